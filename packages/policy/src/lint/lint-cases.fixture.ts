import type { ActionData } from '../actions/action-data.ts';
import type { PolicyResourceType, PolicyType } from '../language/policy-kind.ts';
import { parseJson } from '../text/parse-json.ts';
import type { PathElement } from './finding.ts';
import type { LintRule, RuleFinding } from './lint-rule.ts';
import { readLintDocument } from './read-lint-document.ts';

/** A policy, and every code that the rules under test report for it, in order. */
export interface LintCase {
  readonly name: string;
  readonly policyType: PolicyType;
  readonly resourceType?: PolicyResourceType;
  /** An object is linted as `JSON.stringify` prints it: on one line, without spaces. */
  readonly policy: object | string;
  /** All of them, repeated as often as they are reported; order does not matter. */
  readonly codes: readonly string[];
  /** The code that the policy barely misses; its finding is not among `codes`. */
  readonly nearMissOf?: string;
  /** First location of the first finding of a code. */
  readonly at?: readonly CaseLocation[];
}

export interface CaseLocation {
  readonly code: string;
  readonly path: readonly PathElement[];
  /** The text the span covers, or its offsets. */
  readonly span?: string | readonly [start: number, end: number];
}

/** Path of an item of the statement's element: `at('Action', 0)`, `at('Condition', 'Bool', 'aws:x')`. */
export function inStatement(
  index: number | undefined,
  ...steps: readonly (string | number | PathElement)[]
): readonly PathElement[] {
  const first = index === undefined ? [] : [{ index }];
  return [{ value: 'Statement' }, ...first, ...steps.map(elementOf)];
}

function elementOf(step: string | number | PathElement): PathElement {
  if (typeof step === 'string') return { value: step };
  return typeof step === 'number' ? { index: step } : step;
}

export interface LintCaseResult {
  readonly codes: readonly string[];
  readonly at: readonly CaseLocation[];
}

/**
 * What `expect(runLintCase(…)).toEqual(expectedOf(lintCase))` compares: the sorted codes, and the
 * first location of each code that the case asks about.
 */
export function runLintCase(
  lintCase: LintCase,
  rules: readonly LintRule[],
  data: ActionData,
): LintCaseResult {
  const text = textOf(lintCase);
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`The policy of "${lintCase.name}" is no JSON.`);
  const { policyType, resourceType } = lintCase;
  const document = readLintDocument(parsed.tree, { policyType, resourceType });
  if (document === undefined) throw new Error(`The policy of "${lintCase.name}" is no object.`);
  const findings = rules.flatMap((rule) => rule(document, data));
  return {
    codes: findings.map((finding) => finding.issueCode).sort(),
    at: (lintCase.at ?? []).map((asked) => foundAt(asked, findings, text)),
  };
}

export function expectedOf(lintCase: LintCase): LintCaseResult {
  return { codes: [...lintCase.codes].sort(), at: lintCase.at ?? [] };
}

function textOf({ policy }: LintCase): string {
  return typeof policy === 'string' ? policy : JSON.stringify(policy);
}

function foundAt(
  { code, span }: CaseLocation,
  findings: readonly RuleFinding[],
  text: string,
): CaseLocation {
  const place = findings.find((finding) => finding.issueCode === code)?.places[0];
  if (place === undefined) return { code, path: [{ value: 'no such finding' }] };
  if (span === undefined) return { code, path: place.path };
  const found =
    typeof span === 'string'
      ? text.slice(place.start, place.end)
      : ([place.start, place.end] as const);
  return { code, path: place.path, span: found };
}

/** Data of no service at all, for rules that look at the document alone. */
export const emptyActionData: ActionData = {
  date: '2026-01-01',
  services: [],
  service: () => undefined,
  globalKey: () => undefined,
};
