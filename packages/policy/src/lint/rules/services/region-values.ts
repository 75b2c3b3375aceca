import { isRegion } from '../../../actions/regions.ts';
import { eachCondition, found } from '../structure/each-statement.ts';

/** Keys whose values are names of Regions. */
const regionKeys: ReadonlySet<string> = new Set(['aws:requestedregion', 'ec2:region']);

/** INVALID_REGION: a condition compares with a Region that does not exist. */
export const regionValueRule = eachCondition(({ key, operator, values }) => {
  if (!regionKeys.has(key.toLowerCase())) return [];
  if (operator === undefined || !operator.comparison.startsWith('String')) return [];
  return values
    .filter(({ value }) => !/[*?]|\$\{/.test(value) && !isKnown(value))
    .map(({ value, place }) => found('INVALID_REGION', `There is no Region "${value}".`, place));
});

/** Requests to global services carry `aws-global` and the like. */
function isKnown(value: string): boolean {
  const region = value.toLowerCase();
  return isRegion(region) || /^aws(?:-[a-z-]+)?-global$/.test(region);
}
