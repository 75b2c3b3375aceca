import type { KeyData, KeyType } from '../../../actions/action-data.ts';
import type { Comparison } from '../../../language/condition-operator.ts';
import type { LintCondition } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { findConditionKey } from './find-condition-key.ts';

/**
 * Operators that do not fit the key: MISSING_QUALIFIER, FORALLVALUES_WITH_SINGLE_VALUED_KEY,
 * TYPE_MISMATCH and STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS.
 */
export const conditionKeyTypeRule: LintRule = (document, data) =>
  document.statements.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => {
      if (condition.operator === undefined || condition.operator.comparison === 'Null') return [];
      const looked = findConditionKey(condition.key, data);
      if (looked.kind !== 'known' || !looked.isSure) return [];
      return [...qualifierFault(condition, looked.key), ...typeFault(condition, looked.key)];
    }),
  );

function qualifierFault(
  { operator, key, keyPlace, place }: LintCondition,
  { multivalued }: KeyData,
): readonly RuleFinding[] {
  if (multivalued && operator?.qualifier === undefined)
    return [
      found(
        'MISSING_QUALIFIER',
        `${key} has several values: begin the operator with ForAnyValue: or ForAllValues:.`,
        keyPlace,
      ),
    ];
  if (!multivalued && operator?.qualifier === 'ForAllValues')
    return [
      found(
        'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
        `${key} has one value: ForAllValues also holds where the key is missing.`,
        place,
      ),
    ];
  return [];
}

function typeFault(
  { operator, operatorText, key, keyPlace }: LintCondition,
  keyData: KeyData,
): readonly RuleFinding[] {
  if (operator === undefined) return [];
  const { type } = keyData;
  const family = familyOf(operator.comparison);
  if (type === 'Arn' && operator.comparison === 'StringLike')
    return [
      found(
        'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
        `${key} is an ARN: ArnLike compares it field by field, ${operatorText} does not.`,
        keyPlace,
      ),
    ];
  if (fits(family, keyData)) return [];
  return [
    found(
      'TYPE_MISMATCH',
      `${operatorText} compares ${family} values, and ${key} is of type ${type}.`,
      keyPlace,
    ),
  ];
}

function familyOf(comparison: Comparison): KeyType {
  if (comparison.startsWith('String')) return 'String';
  if (comparison.startsWith('Arn')) return 'Arn';
  if (comparison.startsWith('Numeric')) return 'Numeric';
  if (comparison.startsWith('Date')) return 'Date';
  if (comparison === 'IpAddress') return 'IpAddress';
  return comparison === 'BinaryEquals' ? 'Binary' : 'Bool';
}

/** An ARN may be compared as text. */
function fits(family: KeyType, keyData: KeyData): boolean {
  const { key, type } = keyData;
  if (family === type) return true;
  if (type === 'Arn') return family === 'String';
  if (type === 'String') return family === 'Binary' || (family === 'Arn' && mayHoldArn(keyData));
  if (key.toLowerCase() === 'aws:epochtime') return family === 'Numeric';
  return false;
}

/**
 * Keys of ARNs that AWS documents as texts, and tags, for which AWS reports nothing. It does report
 * ARN operators on kms:EncryptionContext.
 */
function mayHoldArn({ key }: KeyData): boolean {
  if (key.startsWith('kms:EncryptionContext:')) return false;
  return key.includes('${') || /arn/i.test(key);
}
