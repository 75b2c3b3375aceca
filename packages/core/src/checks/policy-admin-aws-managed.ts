import { adminPower } from '@rolecall/policy';
import { defineCheck } from './check.ts';

/** CIS AWS Foundations 7.0 2.14, for the policies that AWS manages; one finding per principal. */
export const policyAdminAwsManaged = defineCheck({
  id: 'policy-admin-aws-managed',
  title: 'No principal has an AWS-managed administrator policy attached',
  severity: 'high',
  subject: 'policy',
  rationale:
    'AdministratorAccess on a user, group or role gives every permission to whoever gets hold ' +
    'of it. Naming the principals, not the policy, shows where to act.',
  remedy:
    'Replace the policy by the permissions that the principal uses; keep administrators in IAM ' +
    'Identity Center and one or two emergency principals.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  needs: ['users', 'groups', 'roles', 'policies'],
  run: ({ users, groups, roles, policies }, { settings }) => {
    const administrator = new Set(
      policies
        .filter(({ arn, document }) => isAwsManaged(arn) && adminPower([document]) === 'full')
        .map(({ arn }) => arn),
    );
    return [...users, ...groups, ...roles].flatMap((principal) => {
      const attached = principal.attachedPolicies.filter(({ arn }) => administrator.has(arn));
      if (attached.length === 0) return [];
      const expected =
        settings.emergencyPrincipals.includes(principal.arn) ||
        settings.emergencyPrincipals.includes(principal.name);
      const names = attached.map(({ name }) => name);
      return [
        {
          outcome: expected ? 'pass' : 'fail',
          subject: principal.arn,
          message: expected
            ? `${principal.name} has ${names.join(', ')} and is kept for emergencies.`
            : `${principal.name} has ${names.join(', ')} attached.`,
          evidence: { policies: attached.map(({ arn }) => arn) },
        },
      ];
    });
  },
});

function isAwsManaged(arn: string): boolean {
  return arn.split(':')[4] === 'aws';
}
