import type { LintCondition, LintDocument, LintStatement, Place } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';

/** A rule that looks at one statement after the other. */
export function eachStatement(
  check: (statement: LintStatement, document: LintDocument) => readonly RuleFinding[],
): LintRule {
  return (document) => document.statements.flatMap((statement) => check(statement, document));
}

/** A rule that looks at one key of one operator block after the other. */
export function eachCondition(
  check: (condition: LintCondition, document: LintDocument) => readonly RuleFinding[],
): LintRule {
  return eachStatement((statement, document) =>
    statement.conditions.flatMap((condition) => check(condition, document)),
  );
}

export function found(
  issueCode: string,
  details: string,
  ...places: readonly Place[]
): RuleFinding {
  return { issueCode, details, places };
}

/** `found` at the places of all items, which may be too many for arguments of a call. */
export function foundAll(
  issueCode: string,
  details: string,
  items: readonly { readonly place: Place }[],
): RuleFinding {
  return { issueCode, details, places: items.map(({ place }) => place) };
}
