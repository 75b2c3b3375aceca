import type { Comparison } from '../../../language/condition-operator.ts';
import { matchesPattern } from '../../../wildcard.ts';
import type {
  LintCondition,
  LintDocument,
  LintStatement,
  PatternText,
  PrincipalText,
} from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';

/** A rule that looks at one statement at a time. */
export function ruleOfStatements(
  look: (statement: LintStatement, document: LintDocument) => readonly RuleFinding[],
): LintRule {
  return (document) => document.statements.flatMap((statement) => look(statement, document));
}

/** Whether a condition is about the key; keys are compared without regard to case. */
export function isAbout(condition: LintCondition, key: string): boolean {
  return condition.key.length === key.length && condition.key.toLowerCase() === key.toLowerCase();
}

/** Conditions on the key, in whatever operator but `Null`. */
export function testsOf(statement: LintStatement, key: string): readonly LintCondition[] {
  return statement.conditions.filter(
    (condition) => isAbout(condition, key) && condition.operator?.comparison !== 'Null',
  );
}

/** Whether the key is compared with values by an operator without `Not`. */
export function isRestrictedBy(statement: LintStatement, key: string): boolean {
  return testsOf(statement, key).some(
    ({ operator }) => operator !== undefined && !operator.negated,
  );
}

const stringComparisons: ReadonlySet<Comparison> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);

export function comparesStrings({ operator }: LintCondition): boolean {
  return operator !== undefined && stringComparisons.has(operator.comparison);
}

/** Patterns of Action that name or cover the action. */
export function patternsOfAction(statement: LintStatement, action: string): readonly PatternText[] {
  return statement.actions.filter((pattern) => !pattern.negated && coversAction(pattern, action));
}

/** Whether the statement is about the action, by Action or by NotAction. */
export function appliesToAction(statement: LintStatement, action: string): boolean {
  if (statement.elements.has('Action')) return patternsOfAction(statement, action).length > 0;
  return (
    statement.elements.has('NotAction') &&
    !statement.actions.some((pattern) => coversAction(pattern, action))
  );
}

export function coversAction({ value }: PatternText, action: string): boolean {
  // Most patterns are about another service; their first letter says so.
  if (!/^[*?]/.test(value) && !startsAlike(value, action)) return false;
  const pattern = shortForm(value, action.length)?.toLowerCase();
  if (pattern === undefined) return false;
  const name = action.toLowerCase();
  const wildcard = pattern.search(/[*?]/);
  if (wildcard === -1) return pattern === name;
  return name.startsWith(pattern.slice(0, wildcard)) && matchesPattern(pattern, name);
}

/**
 * The pattern with runs of stars as one; `undefined` where it has more characters than the text it
 * is to match, so that matching takes no longer than such a text is worth.
 */
export function shortForm(pattern: string, textLength: number): string | undefined {
  let fixed = 0;
  for (const character of pattern) if (character !== '*' && ++fixed > textLength) return undefined;
  return pattern.replace(/\*{2,}/g, '*');
}

function startsAlike(one: string, other: string): boolean {
  return one.charAt(0).toLowerCase() === other.charAt(0).toLowerCase();
}

export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Entries of Principal (not of NotPrincipal) of one kind. */
export function principalsOfKind(statement: LintStatement, kind: string): readonly PrincipalText[] {
  return statement.principals.filter((principal) => !principal.negated && principal.kind === kind);
}
