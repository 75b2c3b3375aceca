import type { Fix } from '../fix.ts';
import type { FixMakers } from './maker.ts';

/** Findings that a blueprint of ours mends: what to add to rolecall.yaml. */
export const manifestMakers: FixMakers = {
  'support-role-present': ({ subject, outcome }) =>
    outcome === 'fail'
      ? use('support', {
          words:
            'Adds a role that may open support cases. Name in principals who may assume it; the ' +
            'root of the account leaves that to the policies of the account.',
          lines: ['use: support-user-role', 'with:', `  principals: ["${subject}"]`],
        })
      : undefined,
  'audit-role-present': ({ subject, outcome }) =>
    outcome === 'fail' || outcome === 'warn'
      ? use('security-audit', {
          words:
            'Adds a role with SecurityAudit for the security team. Name in principals who that is.',
          lines: [
            'use: person-role',
            'with:',
            '  roleName: SecurityAudit',
            `  principals: ["${subject}"]`,
            '  managedPolicies: [SecurityAudit]',
          ],
        })
      : undefined,
  'emergency-access-present': ({ outcome }) =>
    outcome === 'fail' || outcome === 'warn'
      ? {
          kind: 'manifest',
          words:
            'Adds a user for emergencies who may assume the role of an administrator. Afterwards ' +
            'give the user a password and a FIDO2 key by hand, and lock both away.',
          entry: [
            'checks:',
            '  emergencyPrincipals: [user/EmergencyAccess]',
            ...block('emergency', ['use: emergency-access', 'with:', '  reading: role-only']),
            '',
          ].join('\n'),
        }
      : undefined,
  'iam-administrator-user': ({ outcome }) =>
    outcome === 'fail'
      ? use('administrators', {
          words:
            'Adds a group of administrators with a user in it, where there is no IAM Identity ' +
            'Center. Afterwards give the user a password and MFA by hand.',
          lines: ['use: administrators-group', 'with:', '  userName: Administrator'],
        })
      : undefined,
};

interface BlueprintUse {
  readonly words: string;
  readonly lines: readonly string[];
}

function use(name: string, { words, lines }: BlueprintUse): Fix {
  return { kind: 'manifest', words, entry: `${block(name, lines).join('\n')}\n` };
}

function block(name: string, lines: readonly string[]): readonly string[] {
  return ['blueprints:', `  ${name}:`, ...lines.map((line) => `    ${line}`)];
}
