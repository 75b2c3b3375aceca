import { asList, statementsOf } from '@rolecall/policy';
import { defineCheck, type Verdict } from '../check.ts';
import { ownRoles } from '../outside-trusts.ts';

export const roleTrustOrphanedPrincipal = defineCheck({
  id: 'role-trust-orphaned-principal',
  title: 'No role trusts a principal that was deleted',
  severity: 'medium',
  subject: 'role',
  rationale:
    'IAM shows a unique id (AIDA…, AROA…) in place of a user or role that was deleted. One made ' +
    'anew under the old name is not trusted: whoever relies on the role finds it shut.',
  remedy:
    'Put the ARN of the user or role that exists now into the trust policy, or take the id out ' +
    '(aws iam update-assume-role-policy).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  controls: ['ROL-1'],
  needs: ['roles'],
  uses: ['users'],
  run: ({ roles }, _, { users }) => {
    const existing = new Set([
      ...roles.map(({ id }) => id),
      ...(users.status === 'known' ? users.value.map(({ id }) => id) : []),
    ]);
    return ownRoles(roles).map(({ name, arn: subject, trust }): Verdict => {
      const orphans = statementsOf(trust)
        .flatMap(({ Principal, NotPrincipal }) =>
          [Principal, NotPrincipal].flatMap((element) =>
            typeof element === 'object' ? asList(element['AWS']) : [],
          ),
        )
        .filter((value) => /^A[A-Z]{3}[A-Z0-9]+$/.test(value) && !existing.has(value));
      return orphans.length > 0
        ? {
            outcome: 'fail',
            subject,
            message: `${name} trusts what was deleted: ${[...new Set(orphans)].join(', ')}.`,
            evidence: { orphans: [...new Set(orphans)] },
          }
        : { outcome: 'pass', subject, message: `${name} trusts nothing that was deleted.` };
    });
  },
});
