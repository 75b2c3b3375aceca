import { compareInstants, parseInstant } from '../language/values/instant.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * Dates are compared as instants, however they are spelt. `order` is negative, 0 or positive as the
 * request's date is before, the same as or after the policy's. Texts that are no dates match
 * nothing.
 * Source: IAM User Guide, "Date condition operators": the W3C's date and time formats, or epoch
 * time (read as seconds, which is what `aws:EpochTime` holds).
 */
export function dateMatcher(value: string, holds: (order: number) => boolean): ValueMatcher {
  const wanted = parseInstant(value);
  if (wanted === undefined) return neverMatches;
  return (requested) => {
    const instant = parseInstant(requested);
    return instant !== undefined && holds(compareInstants(instant, wanted));
  };
}
