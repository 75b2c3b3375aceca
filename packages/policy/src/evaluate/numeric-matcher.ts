import { compareDecimals, parseDecimal } from '../language/values/decimal.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * `order` is negative, 0 or positive as the request's number is less than, equal to or greater than
 * the policy's. Texts that are no numbers match nothing.
 * Source: IAM User Guide, "Numeric condition operators".
 */
export function numericMatcher(value: string, holds: (order: number) => boolean): ValueMatcher {
  const wanted = parseDecimal(value);
  if (wanted === undefined) return neverMatches;
  return (requested) => {
    const number = parseDecimal(requested);
    return number !== undefined && holds(compareDecimals(number, wanted));
  };
}
