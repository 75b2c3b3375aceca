/** One value of a condition in a policy: whether a value of the request's matches it. */
export type ValueMatcher = (requested: string) => boolean;

/** Of a value that is none of the operator's type, or whose variable has no value. */
export function neverMatches(): boolean {
  return false;
}
