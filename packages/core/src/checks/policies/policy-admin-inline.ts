import { judgeGrants } from '../admin-grants.ts';
import { listHolders } from '../admin-holders.ts';
import { lockoutCaution } from '../admin-outcome.ts';
import { defineCheck } from '../check.ts';

export const policyAdminInline = defineCheck({
  id: 'policy-admin-inline',
  title: 'No inline policy gives every permission',
  severity: 'critical',
  subject: 'policy',
  rationale:
    'An inline policy is in no list of policies: an administrator made this way is easily missed, ' +
    'and is a usual way for an intruder to stay.',
  remedy:
    'Delete the inline policy, or replace it by the permissions that the principal uses. ' +
    lockoutCaution,
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const verdicts = listHolders(parts, context).flatMap((holder) =>
      judgeGrants(
        holder,
        holder.inlinePolicies.map(({ name, document }) => ({
          label: `inline policy ${name}`,
          document,
        })),
        context,
      ),
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No inline policy of a user, group or role gives every permission.';
    return [{ outcome: 'pass', subject: context.accountArn, message }];
  },
});
