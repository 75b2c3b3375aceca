import { judgeGrants } from '../admin-grants.ts';
import { type AdminHolder, listHolders } from '../admin-holders.ts';
import { lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';
import { servesManagement } from '../management-role.ts';

/** One finding per principal: naming the policy, which nobody can edit, shows nobody where to act. */
export const policyAdminAwsManaged = defineCheck({
  id: 'policy-admin-aws-managed',
  title: 'No principal has an AWS-managed administrator policy attached',
  severity: 'high',
  subject: 'policy',
  rationale:
    'AdministratorAccess on a user, group or role gives every permission to whoever gets hold ' +
    'of it.',
  remedy:
    'Replace the policy by the permissions that the principal uses; keep administrators in IAM ' +
    'Identity Center and one or two emergency principals. ' +
    lockoutCaution,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  settings: ['emergencyPrincipals', 'delegatedAdministrators'],
  needs: ['users', 'groups', 'roles', 'policies'],
  uses: ['organization'],
  run: (parts, context, used) => {
    const ofManagement = new Set(
      parts.roles.filter((role) => servesManagement(role, used, context)).map(({ arn }) => arn),
    );
    const documents = new Map(parts.policies.map(({ arn, document }) => [arn, document]));
    const verdicts = listHolders(parts, context).flatMap((holder) =>
      judgeGrants(
        holder,
        holder.attachedPolicies
          .filter(({ arn }) => isAwsManaged(arn))
          .map(({ name, arn }) => ({ label: name, document: documents.get(arn) })),
        context,
      ).map((verdict) => (ofManagement.has(holder.arn) ? lessened(verdict, holder) : verdict)),
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No principal has an AWS-managed administrator policy attached.';
    return [{ outcome: 'pass', subject: context.accountArn, message }];
  },
});

function lessened(verdict: Verdict, { label }: AdminHolder): Verdict {
  if (verdict.outcome !== 'fail') return verdict;
  return {
    ...verdict,
    outcome: 'warn',
    message: `By its name ${label} lets the management account administer this one.`,
    remedy:
      'See that its trust policy names only the management account, or the delegated ' +
      'administrator, and that it is still needed.',
  };
}
