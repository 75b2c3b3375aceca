import type { Comparison } from '../../../language/condition-operator.ts';
import type {
  LintCondition,
  LintDocument,
  LintStatement,
  PlacedText,
} from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { eachCondition, eachStatement, found } from './each-statement.ts';
import { hasVariableSign, scanVariables, type VariableFault } from './scan-variables.ts';

/**
 * Policy variables: how they are written, and where they mean something.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export const variableRules: readonly LintRule[] = [
  eachStatement(variablesElsewhere),
  eachStatement((statement, document) =>
    statement.resources.flatMap((resource) => textFindings(resource, document)),
  ),
  eachCondition(conditionFindings),
];

function variablesElsewhere({ sid, actions, principals }: LintStatement): readonly RuleFinding[] {
  const texts: readonly PlacedText[] = [...(sid ? [sid] : []), ...principals, ...actions];
  return texts.flatMap(({ value, place }) => {
    const [first] = scanVariables(value);
    if (first === undefined) return [];
    return [
      found(
        'VARIABLE_UNSUPPORTED_IN_ELEMENT',
        `"${first.text}" is plain text here; only Resource and Condition take variables.`,
        place,
      ),
    ];
  });
}

function conditionFindings(
  { operator, values }: LintCondition,
  document: LintDocument,
): readonly RuleFinding[] {
  if (operator === undefined) return [];
  const takesVariables = comparesText(operator.comparison);
  return values.flatMap((value) => {
    if (takesVariables) return textFindings(value, document);
    if (!hasVariableSign(value.value)) return [];
    return [
      found(
        'INVALID_VARIABLE_FOR_OPERATOR',
        'Only operators of strings and ARNs take variables.',
        value.place,
      ),
    ];
  });
}

function comparesText(comparison: Comparison): boolean {
  return comparison.startsWith('String') || comparison.startsWith('Arn');
}

const faults: Readonly<Record<VariableFault, readonly [code: string, details: string]>> = {
  brace: ['MISSING_BRACE_IN_VARIABLE', 'A variable is not closed by "}".'],
  quote: [
    'MISSING_QUOTE_IN_VARIABLE',
    'The default value of a variable begins and ends with a single quote.',
  ],
  space: ['UNSUPPORTED_SPACE_IN_VARIABLE', 'The name of a variable holds no spaces.'],
  empty: ['EMPTY_VARIABLE', 'A variable without a name stands for nothing.'],
};

/** Each code once for a text, however many of its variables have the fault. */
function textFindings(
  { value, place }: PlacedText,
  { hasVariables, version }: LintDocument,
): readonly RuleFinding[] {
  if (!hasVariableSign(value)) return [];
  const variables = scanVariables(value);
  if (!hasVariables) {
    const knowsNone = version === undefined || version.value === '2008-10-17';
    if (!knowsNone || variables.every(({ fault }) => fault !== undefined)) return [];
    return [
      found(
        'VARIABLE_UNSUPPORTED_IN_VERSION',
        'Variables are plain text before Version 2012-10-17.',
        place,
      ),
    ];
  }
  const present = new Set(variables.flatMap(({ fault }) => fault ?? []));
  return [...present].map((fault) => {
    const [code, details] = faults[fault];
    return found(code, details, place);
  });
}
