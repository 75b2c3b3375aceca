import { anyRun, isStars } from './glob.ts';
import { type ArnGlob, arnFieldsMatch } from './match-arn-fields.ts';
import type { MatchScope } from './match-options.ts';
import { globFieldsOf, resolvePattern } from './resolve-pattern.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * `ArnEquals` and `ArnLike`, which are the same: case counts, each of the six fields is checked by
 * itself and may hold wildcards. A value with fewer fields matches nothing, but for stars alone (see
 * `MatchOptions.starArnValue`).
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export function arnMatcher(value: string, scope: MatchScope): ValueMatcher {
  const parts = resolvePattern(value, scope);
  if (parts === undefined) return neverMatches;
  if (isStars(value) && scope.options.starArnValue !== 'fails')
    return (requested) => arnFieldsMatch(anyArn, requested);
  const fields = globFieldsOf(parts);
  return (requested) => arnFieldsMatch(fields, requested);
}

const anyArn: ArnGlob = [[anyRun], [anyRun], [anyRun], [anyRun], [anyRun], [anyRun]];
