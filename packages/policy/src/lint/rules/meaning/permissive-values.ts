import { type PatternPart, patternParts } from '../../../language/pattern-text.ts';
import type { ConditionValue, LintCondition, LintDocument } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { sensitiveKeys } from './curated-keys.ts';
import { comparesStrings, ruleOfStatements } from './statement-queries.ts';

/** WILDCARD_USAGE_TOO_PERMISSIVE and VARIABLE_USAGE_TOO_PERMISSIVE. */
export const permissiveValueRule: LintRule = ruleOfStatements(({ conditions }, document) =>
  conditions.flatMap((condition) => {
    const demand = demandOf(condition, document);
    if (demand === undefined) return [];
    return condition.values.flatMap((value) => findingsOf(value, { condition, demand, document }));
  }),
);

/** What a key asks of the wildcards and variables in its values. */
interface Demand {
  readonly isTooOpen: (parts: readonly PatternPart[], at: number, colonAt: number) => boolean;
  readonly advice: string;
}

const sensitive: Demand = {
  isTooOpen: (parts, at) => {
    const part = parts[at];
    return !(part?.kind === 'variable' && sensitiveKeys.has(part.key));
  },
  advice: 'Name fixed values.',
};

const userId: Demand = {
  isTooOpen: (parts, at, colonAt) => at < colonAt && !isWholeLeftSide(parts, at),
  advice: 'Use it right of the colon, or as all that stands left of it.',
};

const spelledOut: Demand = {
  isTooOpen: (parts, at) => {
    const before = parts[at - 1];
    return before?.kind !== 'text' || before.text.length < leastLead;
  },
  advice: 'Write at least six characters before it.',
};

/** Fewest characters between the start of a value, or its last wildcard, and the next wildcard. */
const leastLead = 6;

function demandOf(condition: LintCondition, document: LintDocument): Demand | undefined {
  if (!comparesStrings(condition)) return undefined;
  const key = condition.key.toLowerCase();
  if (sensitiveKeys.has(key)) return sensitive;
  if (key === 'aws:userid') return userId;
  const isSubject = document.policyType === 'RESOURCE_POLICY' && isProviderSubject(key);
  return isSubject && !condition.operator?.negated ? spelledOut : undefined;
}

/** `token.actions.githubusercontent.com:sub` and the like. */
function isProviderSubject(key: string): boolean {
  return key.endsWith(':sub') && key.includes('.');
}

interface Use {
  readonly condition: LintCondition;
  readonly demand: Demand;
  readonly document: LintDocument;
}

function findingsOf(value: ConditionValue, use: Use): readonly RuleFinding[] {
  const { condition, demand, document } = use;
  const parts = patternParts(value.value, { variables: document.hasVariables });
  const firstColon = parts.findIndex((part) => part.kind === 'text' && part.text.includes(':'));
  const colonAt = firstColon === -1 ? parts.length : firstColon;
  const open = parts.filter(
    (part, at) => part.kind !== 'text' && demand.isTooOpen(parts, at, colonAt),
  );
  const findings: RuleFinding[] = [];
  const takesPatterns = condition.operator?.comparison === 'StringLike';
  if (takesPatterns && open.some(({ kind }) => kind !== 'variable'))
    findings.push({
      issueCode: 'WILDCARD_USAGE_TOO_PERMISSIVE',
      details: `A wildcard in a value of ${condition.key} matches too much. ${demand.advice}`,
      places: [value.place],
    });
  if (open.some(({ kind }) => kind === 'variable'))
    findings.push({
      issueCode: 'VARIABLE_USAGE_TOO_PERMISSIVE',
      details: `A variable in a value of ${condition.key} may stand for anything. ${demand.advice}`,
      places: [value.place],
    });
  return findings;
}

function isWholeLeftSide(parts: readonly PatternPart[], at: number): boolean {
  const next = parts[at + 1];
  return at === 0 && next?.kind === 'text' && next.text.startsWith(':');
}
