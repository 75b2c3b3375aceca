import type { Condition } from '../language/policy.ts';
import { decodeBase64 } from '../language/values/base64.ts';
import { parseDecimal } from '../language/values/decimal.ts';
import { parseInstant } from '../language/values/instant.ts';
import { parseAddressRange } from '../language/values/ip-address.ts';
import { fieldCount, isStars } from './pattern.ts';

/**
 * Whether AWS documents what a condition means. It does not for `Null` with a qualifier, for an
 * empty list, and for values that are not of the operator's form: those may match nothing, or
 * something that another parser than ours finds in them.
 */
export function isUnclear(condition: Condition, scope: UnclearScope): boolean {
  return isUnclearAltogether(condition) || unclearValues(condition, scope).length > 0;
}

interface UnclearScope {
  readonly variables: boolean;
}

export function isUnclearAltogether({ operator, values }: Condition): boolean {
  return (
    values.length === 0 || (operator.comparison === 'Null' && operator.qualifier !== undefined)
  );
}

export function unclearValues(
  { operator, values }: Condition,
  { variables }: UnclearScope,
): readonly string[] {
  return values.filter((value) => !isOfForm(operator.comparison, value, variables));
}

/**
 * Conditions of one statement on one key with one operator: the key is written twice, in letters of
 * another case. AWS does not say which of them counts.
 */
export function conditionGroups(
  conditions: readonly Condition[],
): readonly (readonly Condition[])[] {
  const groups = Map.groupBy(conditions, ({ operator, key }) =>
    JSON.stringify([operator, key.toLowerCase()]),
  );
  return [...groups.values()];
}

function isOfForm(
  comparison: Condition['operator']['comparison'],
  value: string,
  variables: boolean,
): boolean {
  switch (comparison) {
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
    case 'StringLike':
      return true;
    case 'ArnEquals':
    case 'ArnLike':
      return isStars(value) || fieldCount(value, variables) >= 6;
    case 'Bool':
    case 'Null':
      return /^(?:true|false)$/i.test(value);
    case 'IpAddress':
      return parseAddressRange(value) !== undefined;
    case 'BinaryEquals':
      return decodeBase64(value) !== undefined;
    case 'NumericEquals':
    case 'NumericLessThan':
    case 'NumericLessThanEquals':
    case 'NumericGreaterThan':
    case 'NumericGreaterThanEquals':
      return parseDecimal(value) !== undefined;
    case 'DateEquals':
    case 'DateLessThan':
    case 'DateLessThanEquals':
    case 'DateGreaterThan':
    case 'DateGreaterThanEquals':
      // Four digits alone: a year to the W3C, seconds since 1970 as epoch time.
      return parseInstant(value) !== undefined && !/^\d{4}$/.test(value);
    default:
      return comparison satisfies never;
  }
}
