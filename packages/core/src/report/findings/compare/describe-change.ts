import { standingOf, standingWords } from '../standing.ts';
import type { FindingChange, RunComparison } from './compare-runs.ts';

/** `Failed, high → Unknown, high`. */
export function describeChange({ before, after }: FindingChange): string {
  const now = `${standingWords[standingOf(after)]}, ${after.severity}`;
  if (before === undefined) return `→ ${now}`;
  return `${standingWords[standingOf(before)]}, ${before.severity} → ${now}`;
}

/** Which checks could not be compared; empty where both runs have the same. */
export function describeNotCompared({ onlyBefore, onlyAfter }: RunComparison): string {
  return [
    onlyBefore.length > 0
      ? `Not compared, since they did not run now: ${onlyBefore.join(', ')}.`
      : '',
    onlyAfter.length > 0
      ? `Not compared, since they did not run before: ${onlyAfter.join(', ')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}
