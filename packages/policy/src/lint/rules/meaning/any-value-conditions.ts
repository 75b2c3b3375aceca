import type { ConditionOperator } from '../../../language/condition-operator.ts';
import type { ConditionValue, LintCondition } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { ruleOfStatements } from './statement-queries.ts';

/**
 * EQUIVALENT_TO_NULL_FALSE, EQUIVALENT_TO_NULL_TRUE, REDUNDANT_KEY_… and
 * REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: a comparison with a lone `*` says nothing of
 * the value, so that only the presence of the key decides, or not even that.
 */
export const anyValueRule = ruleOfStatements(({ conditions }) =>
  conditions.flatMap((condition) => {
    const { operator, values } = condition;
    if (operator === undefined || !likes.has(operator.comparison)) return [];
    const anything = values.find(({ value }) => isAnything(value));
    return anything === undefined ? [] : [findingOf(condition, anything, truthOf(operator))];
  }),
);

const likes = new Set(['StringLike', 'ArnLike', 'ArnEquals']);

function isAnything(value: string): boolean {
  return /^\*+$/.test(value);
}

interface Truth {
  /** Whether the condition holds where the key is missing. */
  readonly absent: boolean;
  /** Whether it holds where the key is there, whatever its value. */
  readonly present: boolean;
}

function truthOf({ negated, qualifier, ifExists }: ConditionOperator): Truth {
  const present = !negated;
  if (qualifier === 'ForAllValues') return { absent: true, present };
  if (qualifier === 'ForAnyValue') return { absent: ifExists, present };
  return { absent: negated || ifExists, present };
}

function findingOf(
  { key, operatorText }: LintCondition,
  { place }: ConditionValue,
  { absent, present }: Truth,
): RuleFinding {
  const subject = `The condition ${operatorText} on ${key}`;
  const places = [place];
  if (present && absent)
    return {
      issueCode: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
      details: `${subject} is always true, because * matches every value. Remove the key.`,
      places,
    };
  if (present)
    return {
      issueCode: 'EQUIVALENT_TO_NULL_FALSE',
      details: `${subject} only asks whether the key is there. Write "Null": {"${key}": "false"}.`,
      places,
    };
  if (absent)
    return {
      issueCode: 'EQUIVALENT_TO_NULL_TRUE',
      details: `${subject} only asks whether the key is missing. Write "Null": {"${key}": "true"}.`,
      places,
    };
  return {
    issueCode: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    details: `${subject} is never true, so the statement never applies. Remove the key.`,
    places,
  };
}
