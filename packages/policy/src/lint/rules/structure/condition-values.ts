import type { Comparison } from '../../../language/condition-operator.ts';
import type { ConditionValue, LintCondition } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { isIsoDate } from './date-text.ts';
import { eachCondition, found } from './each-statement.ts';
import { parseIpRange, withoutHostBits } from './ip-range.ts';
import { hasVariableSign } from './scan-variables.ts';

/**
 * Values that do not fit the operator they stand below.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export const conditionValueRules: readonly LintRule[] = [
  eachCondition(typeFindings),
  eachCondition(dominatedNumbers),
];

function typeFindings(condition: LintCondition): readonly RuleFinding[] {
  const { operator } = condition;
  if (operator === undefined) return [];
  const check = checkOf(operator.comparison);
  return condition.values.flatMap((value) =>
    // Variables have codes of their own.
    hasVariableSign(value.value) && check !== exactTextFindings
      ? []
      : check(value, condition.operatorText),
  );
}

type Check = (value: ConditionValue, operator: string) => readonly RuleFinding[];

function checkOf(comparison: Comparison): Check {
  switch (comparison) {
    case 'Bool':
    case 'Null':
      return booleanFindings;
    case 'BinaryEquals':
      return binaryFindings;
    case 'IpAddress':
      return addressFindings;
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
      return exactTextFindings;
    case 'StringLike':
    case 'ArnEquals':
    case 'ArnLike':
      return () => [];
    default:
      return comparison.startsWith('Date') ? dateFindings : numberFindings;
  }
}

function booleanFindings({ value, place }: ConditionValue, operator: string) {
  if (/^(?:true|false)$/i.test(value)) return [];
  return [found('TYPE_MISMATCH_BOOLEAN', `${operator} compares with true or false.`, place)];
}

function binaryFindings({ value, place }: ConditionValue, operator: string) {
  if (value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)) return [];
  return [found('TYPE_MISMATCH_STRING', `${operator} compares with text in Base64.`, place)];
}

function numberFindings({ value, place }: ConditionValue, operator: string) {
  if (isNumber(value)) return [];
  return [found('TYPE_MISMATCH_NUMBER', `${operator} compares with numbers.`, place)];
}

function dateFindings({ value, place }: ConditionValue) {
  if (/^-?\d+(?:\.\d+)?$/.test(value))
    return [
      found(
        'INVALID_DATE_VALUE',
        `"${value}" is read as seconds since 1970; write dates as YYYY-MM-DD.`,
        place,
      ),
    ];
  if (isIsoDate(value)) return [];
  return [found('TYPE_MISMATCH_DATE', 'The value is no date of ISO 8601.', place)];
}

function addressFindings({ value, place }: ConditionValue, operator: string) {
  const range = parseIpRange(value);
  if (range === undefined)
    return [
      found('TYPE_MISMATCH_IP_RANGE', `${operator} compares with ranges in CIDR form.`, place),
    ];
  const improved = withoutHostBits(range);
  if (improved === undefined) return [];
  return [
    found('IMPROVE_IP_RANGE', `Bits after the mask are ignored; write "${improved}".`, place),
  ];
}

function exactTextFindings({ value, place }: ConditionValue, operator: string) {
  // The wildcards of `${*}` and `${?}` are escaped.
  if (!/[*?]/.test(value.replace(/\$\{[^}]{0,512}\}/g, ''))) return [];
  return [
    found(
      'WILDCARD_WITHOUT_LIKE_OPERATOR',
      `${operator} takes "*" and "?" as plain characters; a Like operator takes them as wildcards.`,
      place,
    ),
  ];
}

function dominatedNumbers({ operator, operatorText, key, values, place }: LintCondition) {
  const orders = operator !== undefined && /^Numeric(?:Less|Greater)Than/.test(operator.comparison);
  if (!orders || values.length < 2 || !values.every(({ value }) => isNumber(value))) return [];
  const kept = operator.comparison.startsWith('NumericLess') ? 'greatest' : 'least';
  return [
    found(
      'REDUNDANT_CONDITION_VALUE_NUM',
      `One value of ${key} decides ${operatorText}; keep the ${kept}.`,
      place,
    ),
  ];
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}
