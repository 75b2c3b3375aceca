import { parseIamArn } from '@rolecall/policy';
import { judgeGrants } from '../admin-grants.ts';
import { type AdminHolder, listHolders } from '../admin-holders.ts';
import { lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';
import { isManagementRole } from '../management-role.ts';

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
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const documents = new Map(parts.policies.map(({ arn, document }) => [arn, document]));
    const verdicts = listHolders(parts, context).flatMap((holder) =>
      judgeGrants(
        holder,
        holder.attachedPolicies
          .filter(({ arn }) => isAwsManaged(arn))
          .map(({ name, arn }) => ({ label: name, document: documents.get(arn) })),
        context,
      ).map((verdict) => (isOfManagement(holder) ? ofManagement(verdict, holder) : verdict)),
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No principal has an AWS-managed administrator policy attached.';
    return [{ outcome: 'pass', subject: context.accountArn, message }];
  },
});

function isOfManagement({ arn, name }: AdminHolder): boolean {
  return parseIamArn(arn)?.type === 'role' && isManagementRole({ name });
}

function ofManagement(verdict: Verdict, { label }: AdminHolder): Verdict {
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
