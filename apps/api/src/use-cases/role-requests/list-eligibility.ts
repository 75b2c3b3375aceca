import type { Caller } from '../../identity/caller.ts';
import { type Eligibility, eligibleFor } from '../../role-requests/eligibility.ts';
import type { RoleRequestDeps } from './deps.ts';

/** What the caller may ask for, rule by rule. */
export async function listEligibility(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  target: { readonly blueprint?: string | undefined; readonly account?: string | undefined },
): Promise<readonly Eligibility[]> {
  const { rules } = await store.eligibilityRules.get();
  return eligibleFor(rules, caller, target);
}
