import type { Condition, Statement } from '../language/policy.ts';
import type { MatchOptions } from './match-options.ts';
import { namesListed } from './match-principal.ts';
import type { RequestPrincipal } from './request-principal.ts';

/**
 * How far an Allow in a resource policy reaches within its own account. `direct`: past an implicit
 * deny in boundary and session policies. `limited`: without an identity policy, but within boundary
 * and session policies. `delegated`: not by itself; it leaves the decision to identity policies.
 */
export type GrantReach = 'direct' | 'limited' | 'delegated';

/**
 * The reach of an Allow that applies to the principal, by the farthest name it lists:
 * - the ARN of the user, the role's session, the federated user's session: `direct`;
 * - the ARN of the role a session is of, of the user who made a federated session: `limited`;
 * - `"*"` with a condition that picks `aws:PrincipalArn`: `direct`;
 * - `"*"` otherwise, and `NotPrincipal`: undocumented, taken as `limited`;
 * - the account: `delegated`.
 * Source: IAM User Guide, "Evaluating identity-based policies with resource-based policies",
 * "AWS JSON policy elements: Principal" and "Policy evaluation logic".
 */
export function reachOf(
  { principal: element, conditions }: Statement,
  principal: RequestPrincipal | undefined,
  options: MatchOptions = {},
): GrantReach {
  if (element === undefined || element.negated) return 'limited';
  const names = namesListed(element, principal, options);
  if (names.has('itself')) return 'direct';
  if (names.has('everyone') && conditions.some(picksPrincipalArn)) return 'direct';
  return names.has('everyone') || names.has('origin') ? 'limited' : 'delegated';
}

function picksPrincipalArn({ key, operator }: Condition): boolean {
  return (
    key.toLowerCase() === 'aws:principalarn' &&
    /^(?:String|Arn)/.test(operator.comparison) &&
    !operator.negated &&
    !operator.ifExists
  );
}
