import type { Finding } from '../../model/finding.ts';
import { findingKey, subjectName } from '../finding-subject.ts';
import type { ChangeFix, FixContext } from '../fix.ts';
import { certificateListSchema } from '../fix-states.ts';
import { type FixTarget, targetKey } from '../fix-target.ts';
import type { FixMakers } from './maker.ts';

/** Passwords, certificates and what else users sign in with. */
export const credentialMakers: FixMakers = {
  'user-password-unused': (finding, context) =>
    removePassword(finding, context, {
      use: 'compared',
      cautions: [`${subjectName(finding)} cannot sign in to the console any more.`],
    }),
  'users-no-human-iam-users': (finding, context) =>
    finding.outcome === 'fail'
      ? removePassword(finding, context, {
          use: 'ignored',
          cautions: [
            `${subjectName(finding)} cannot sign in to the console as a user any more: first see ` +
              'that the person comes in through IAM Identity Center.',
          ],
        })
      : undefined,
  'user-signing-certs': (finding, { details }) => {
    const user = subjectName(finding);
    const listed = details.get(targetKey({ kind: 'signing-certificates', user }));
    if (listed === undefined) return undefined;
    return makeInactive(
      finding,
      certificateListSchema
        .parse(listed)
        .filter(({ active }) => active)
        .map(({ id }) => ({ kind: 'signing-certificate', user, id })),
    );
  },
  'user-ssh-keys-age': (finding) =>
    makeInactive(finding, [
      { kind: 'ssh-key', user: subjectName(finding), id: findingKey(finding) },
    ]),
  'user-service-specific-creds': (finding) =>
    makeInactive(finding, [
      { kind: 'service-credential', user: subjectName(finding), id: findingKey(finding) },
    ]),
  'cert-expired': (finding) => ({
    kind: 'change',
    writes: [
      {
        subject: finding.subject,
        target: { kind: 'server-certificate', name: subjectName(finding) },
        before: { expiresAt: finding.evidence['expiresAt'] ?? null },
        after: null,
      },
    ],
    cautions: [
      'AWS does not always see that a load balancer or distribution uses it: one that does must ' +
        'have another certificate first.',
    ],
  }),
};

interface PasswordRemoval {
  readonly use: 'compared' | 'ignored';
  readonly cautions: readonly string[];
}

function removePassword(
  finding: Finding,
  { details }: FixContext,
  { use, cautions }: PasswordRemoval,
): ChangeFix | undefined {
  const target = { kind: 'login-profile', user: subjectName(finding), use } as const;
  const before = details.get(targetKey(target));
  if (before === undefined) return undefined;
  return {
    kind: 'change',
    writes: [{ subject: finding.subject, target, before, after: null }],
    cautions,
  };
}

function makeInactive(
  { subject }: Finding,
  targets: readonly Extract<
    FixTarget,
    { readonly kind: 'signing-certificate' | 'ssh-key' | 'service-credential' }
  >[],
): ChangeFix {
  return {
    kind: 'change',
    writes: targets.map((target) => ({
      subject,
      target,
      before: { active: true },
      after: { active: false },
    })),
    cautions: ['What uses it stops working; it can be made active again.'],
  };
}
