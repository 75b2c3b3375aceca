import type { Role } from '../../model/snapshot.ts';
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
