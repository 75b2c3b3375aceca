import { rootArnOf } from '../../checks/root-arn.ts';
import type { Finding } from '../../model/finding.ts';
import type { Fix, FixContext } from '../fix.ts';
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
  'identity-center-admin-assignments': (finding, context) =>
    isOfAccount(finding, context) && managesIdentityCenter(context)
      ? use('administrators', {
          words:
            'Adds a permission set for administrators, its group, and a first person in it. Write ' +
            'who that is in the place of the words in capitals: until then the manifest is ' +
            'refused. The person signs in as docs/identity-center.md says.',
          lines: [
            'use: identity-center-administrator',
            'with:',
            '  userName: USER_NAME',
            '  givenName: GIVEN_NAME',
            '  familyName: FAMILY_NAME',
            '  email: EMAIL',
          ],
        })
      : undefined,
  'identity-center-lesser-access': (finding, context) =>
    isOfAccount(finding, context) && managesIdentityCenter(context)
      ? use('readers', {
          words:
            'Adds a permission set that reads, and a group that is assigned it, without anybody in ' +
            'it yet: put people into the group, in the directory or in the manifest.',
          lines: ['use: identity-center-lesser-user'],
        })
      : undefined,
  'account-billing-contact': (finding) => contact('billing', finding),
  'account-operations-contact': (finding) => contact('operations', finding),
  'account-security-contact': (finding) => contact('security', finding),
};

/** Only a team knows its mailbox: a manifest takes none of these words for one. */
function contact(name: 'billing' | 'operations' | 'security', { outcome }: Finding) {
  if (outcome !== 'fail') return undefined;
  return {
    kind: 'manifest',
    words:
      'Declares the contact. Write the mailbox and the phone of a team in the place of the words ' +
      'in capitals: until then the manifest is refused.',
    entry: [
      'alternateContacts:',
      `  ${name}:`,
      '    name: NAME',
      '    title: TITLE',
      '    email: EMAIL',
      '    phone: PHONE',
      '',
    ].join('\n'),
  } as const;
}

function isOfAccount({ subject, outcome }: Finding, { snapshot }: FixContext): boolean {
  return outcome === 'fail' && subject === rootArnOf(snapshot.caller);
}

/** Only the account of the instance, or its delegate, sees permission sets. */
function managesIdentityCenter({ snapshot: { parts } }: FixContext): boolean {
  return parts.permissionSets.status === 'known' && parts.permissionSets.value !== null;
}

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
