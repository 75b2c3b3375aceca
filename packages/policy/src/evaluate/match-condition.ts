import type { ConditionOperator } from '../language/condition-operator.ts';
import type { Condition } from '../language/policy.ts';
import type { MatchScope } from './match-options.ts';
import { nullHolds } from './null-condition.ts';
import { readValue } from './read-value.ts';

/**
 * Whether one key of one operator block holds. The values are alternatives; a negated operator asks
 * that none of them matches.
 *
 * | request has | no qualifier | `ForAllValues` | `ForAnyValue` |
 * |-|-|-|-|
 * | several values | one satisfies; negated: all do | all satisfy | one satisfies |
 * | no value or no key | false; negated or `IfExists`: true | true | false, also with `IfExists` |
 *
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Single-valued vs.
 * multivalued context keys" and "Set operators for multivalued context keys". That `ForAnyValue` is
 * not moved by `IfExists` is observed behaviour (iam.cloudcopilot.io, "Operators").
 */
export function conditionHolds({ operator, key, values }: Condition, scope: MatchScope): boolean {
  const { comparison } = operator;
  const present = scope.request.context.get(key.toLowerCase()) ?? [];
  if (comparison === 'Null') return nullHolds(values, { missing: present.length === 0 });
  if (present.length === 0) return holdsWithoutKey(operator);
  const matchers = values.map((value) => readValue(comparison, value, scope));
  const satisfies = (value: string) =>
    matchers.some((matches) => matches(value)) !== operator.negated;
  switch (operator.qualifier) {
    case 'ForAllValues':
      return present.every(satisfies);
    case 'ForAnyValue':
      return present.some(satisfies);
    case undefined:
      return operator.negated ? present.every(satisfies) : present.some(satisfies);
    default:
      return operator.qualifier satisfies never;
  }
}

function holdsWithoutKey({ qualifier, negated, ifExists }: ConditionOperator): boolean {
  if (qualifier === 'ForAllValues') return true;
  if (qualifier === 'ForAnyValue') return false;
  return negated || ifExists;
}
