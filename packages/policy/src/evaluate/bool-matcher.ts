import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * `true` or `false`; anything else matches nothing. That letters count in either case is
 * undocumented.
 * Source: IAM User Guide, "Boolean condition operators".
 */
export function boolMatcher(value: string): ValueMatcher {
  const wanted = value.toLowerCase();
  if (wanted !== 'true' && wanted !== 'false') return neverMatches;
  return (requested) => requested.toLowerCase() === wanted;
}
