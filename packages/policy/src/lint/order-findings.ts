import type { Place } from './lint-document.ts';
import type { RuleFinding } from './lint-rule.ts';

/**
 * As ValidatePolicy orders them: findings on the document first, then statement after statement.
 * Within a statement by the place in the text, findings on one place as they came.
 */
export function orderFindings(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  return findings.toSorted(
    (left, right) =>
      statementIndex(left.places[0]) - statementIndex(right.places[0]) ||
      (left.places[0]?.start ?? 0) - (right.places[0]?.start ?? 0),
  );
}

function statementIndex(place: Place | undefined): number {
  const [first, second] = place?.path ?? [];
  if (first === undefined || !('value' in first) || first.value !== 'Statement') return -1;
  return second !== undefined && 'index' in second ? second.index : 0;
}
