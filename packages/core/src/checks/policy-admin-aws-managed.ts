import { adminPower } from '@rolecall/policy';
import { judgeGrants } from './admin-grants.ts';
import { listHolders } from './admin-holders.ts';
import { defineCheck } from './check.ts';
import { isAwsManaged } from './managed-policy.ts';

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
    'Identity Center and one or two emergency principals.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, { settings, accountArn }) => {
    const powers = new Map(
      parts.policies.map(({ arn, document }) => [arn, adminPower([document])]),
    );
    const verdicts = listHolders(parts, settings).flatMap((holder) =>
      judgeGrants(
        holder,
        holder.attachedPolicies
          .filter(({ arn }) => isAwsManaged(arn))
          .map(({ name, arn }) => ({ label: name, power: powers.get(arn) ?? 'undecided' })),
      ),
    );
    if (verdicts.length > 0) return verdicts;
    const message = 'No principal has an AWS-managed administrator policy attached.';
    return [{ outcome: 'pass', subject: accountArn, message }];
  },
});
