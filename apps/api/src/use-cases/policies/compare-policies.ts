import type { Schema } from '@rolecall/contract';
import { compareAccess } from '@rolecall/policy';

/** Steps of the search: about half a second, in which this process does nothing else. */
const budget = 100_000;

/** Whether `next` grants anything that `old` does not; what takes too long is undecided. */
export function comparePolicies({
  old,
  next,
}: Schema<'ComparisonInput'>): Schema<'AccessComparison'> {
  const compared = compareAccess(old, next, { budget });
  if (compared.verdict !== 'grants') return compared;
  const { request, ...witness } = compared.witness;
  return { ...compared, witness: { ...witness, request } };
}
