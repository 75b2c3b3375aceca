import { globMatches } from './glob.ts';
import type { MatchScope } from './match-options.ts';
import { globOf, resolvePattern, resolveText } from './resolve-pattern.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * The whole text, letter by letter; `*` and `?` stand for themselves.
 * Source of all three: IAM User Guide, "String condition operators".
 */
export function stringEqualsMatcher(value: string, scope: MatchScope): ValueMatcher {
  const wanted = resolveText(value, scope);
  if (wanted === undefined) return neverMatches;
  return (requested) => requested === wanted;
}

export function stringEqualsIgnoreCaseMatcher(value: string, scope: MatchScope): ValueMatcher {
  const wanted = resolveText(value, scope);
  if (wanted === undefined) return neverMatches;
  const folded = foldCase(wanted);
  return (requested) => foldCase(requested) === folded;
}

/** `*` and `?` are wildcards over the whole text; case counts. */
export function stringLikeMatcher(value: string, scope: MatchScope): ValueMatcher {
  const parts = resolvePattern(value, scope);
  if (parts === undefined) return neverMatches;
  const glob = globOf(parts);
  return (requested) => globMatches(glob, requested);
}

/** Character by character, so that a letter's neighbours have no say in its lower case. */
function foldCase(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('');
}
