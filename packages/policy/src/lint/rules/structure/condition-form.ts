import { parseConditionOperator } from '../../../language/condition-operator.ts';
import type { LintCondition, LintStatement, Place } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { eachCondition, eachStatement, found } from './each-statement.ts';
import { groupBy } from './group-by.ts';

/**
 * Operators, names of keys and the form of their values.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export const conditionFormRules: readonly LintRule[] = [
  eachStatement(operatorFindings),
  eachStatement(duplicateKeys),
  eachCondition(keyFindings),
  eachCondition(valueFindings),
];

function operatorFindings({ elements }: LintStatement): readonly RuleFinding[] {
  const condition = elements.get('Condition');
  if (condition?.node.kind !== 'object') return [];
  const { path } = condition.place;
  return condition.node.members.flatMap(({ key }) =>
    findingsOfOperator(key.value, placeOf(key, [...path, { key: key.value }])),
  );
}

function findingsOfOperator(text: string, place: Place): readonly RuleFinding[] {
  if (/^(?:(?:ForAllValues|ForAnyValue):)?NullIfExists$/.test(text))
    return [
      found(
        'NULL_WITH_IF_EXISTS',
        'Null asks whether a key exists and is never combined with IfExists.',
        place,
      ),
    ];
  const operator = parseConditionOperator(text);
  if (operator === undefined)
    return [found('INVALID_CONDITION_OPERATOR', `"${text}" is no condition operator.`, place)];
  if (operator.comparison !== 'Null' || operator.qualifier === undefined) return [];
  return [
    found(
      'NULL_WITH_QUALIFIER',
      'With ForAllValues Null is always true, with ForAnyValue always false; remove the qualifier.',
      place,
    ),
  ];
}

/** Tag names in keys are compared without regard to case as well. */
function duplicateKeys({ conditions }: LintStatement): readonly RuleFinding[] {
  const groups = groupBy(conditions, ({ operatorText, key }) =>
    [operatorText, key.toLowerCase()].join(' '),
  );
  return groups
    .filter((group) => new Set(group.map(({ key }) => key)).size > 1)
    .map((group) =>
      found(
        'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
        `${group.map(({ key }) => key).join(' and ')} are one and the same key.`,
        ...group.map(({ keyPlace }) => keyPlace),
      ),
    );
}

function keyFindings({ key, keyPlace }: LintCondition): readonly RuleFinding[] {
  const colon = key.indexOf(':');
  if (colon > 0 && colon < key.length - 1) return [];
  return [
    found(
      'INVALID_CONDITION_KEY_FORMAT',
      `"${key}" is no condition key; keys are written service:name.`,
      keyPlace,
    ),
  ];
}

function valueFindings(condition: LintCondition): readonly RuleFinding[] {
  const { key, values, operator, place } = condition;
  if (new Set(values.map(({ kind }) => kind)).size > 1)
    return [
      found(
        'INVALID_CONDITION_DATA_TYPE',
        `The values of ${key} are of different JSON types.`,
        place,
      ),
    ];
  if (operator?.comparison !== 'Bool' || values.length < 2) return [];
  return [
    found('INVALID_CONDITION_MULTIPLE_BOOLEAN', `${key} takes one boolean, not several.`, place),
  ];
}
