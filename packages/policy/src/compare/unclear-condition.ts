import type { Condition } from '../language/policy.ts';
import { decodeBase64 } from '../language/values/base64.ts';
import { parseDecimal } from '../language/values/decimal.ts';
import { parseInstant } from '../language/values/instant.ts';
import { parseAddressRange } from '../language/values/ip-address.ts';
import { fieldCount } from './pattern.ts';

/**
 * Whether AWS documents what a condition means. It does not for `Null` with a qualifier, for an
 * empty list, and for values that are not of the operator's form: those may match nothing, or
 * something that another parser than ours finds in them.
 */
export function isUnclear(
  { operator, values }: Condition,
  { variables }: { readonly variables: boolean },
): boolean {
  if (values.length === 0) return true;
  const { comparison, qualifier } = operator;
  if (comparison === 'Null' && qualifier !== undefined) return true;
  return !values.every((value) => isOfForm(comparison, value, variables));
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
      return value === '*' || fieldCount(value, variables) >= 6;
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
      return parseInstant(value) !== undefined;
    default:
      return comparison satisfies never;
  }
}
