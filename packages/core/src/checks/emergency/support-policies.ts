import type { Role } from '../../model/snapshot.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import { awsPolicyArn } from '../aws-policy-arn.ts';
import type { CheckContext } from '../check.ts';

/** CIS asks for the first, the IAM tutorial for the second. */
const supportPolicies = ['AWSSupportAccess', 'job-function/SupportUser'] as const;

/** Those of the two that a principal has attached; a policy that bears the name only is none. */
export function supportPoliciesOf(
  { attachedPolicies }: Pick<Role, 'attachedPolicies'>,
  context: CheckContext,
): readonly string[] {
  return supportPolicies.filter((name) =>
    attachedPolicies.some(({ arn }) => arn === awsPolicyArn(name, context)),
  );
}

/** Roles of the account with one of them; those that AWS keeps are its own. */
export function supportRoles(roles: readonly Role[], context: CheckContext): readonly Role[] {
  return roles.filter(
    (role) => awsOwnership(role) === undefined && supportPoliciesOf(role, context).length > 0,
  );
}
