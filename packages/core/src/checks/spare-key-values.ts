import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/**
 * Statements that cover requests in which `key` has one of the values that the document writes and
 * `names` accepts, or, with `always`, in which the key is missing, which then no real request is.
 */
export function spareKeyValues(
  document: PolicyDocument,
  input: {
    readonly key: string;
    readonly names: (value: string, test: ConditionTest) => boolean;
    /** Every request of the action has the key. */
    readonly always?: true;
  },
): readonly PolicyStatement[] {
  const { key, names, always } = input;
  const base: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };
  const tests = conditionTests(document).filter((test) => test.key === key.toLowerCase());
  if (tests.length === 0) return [];
  const named = tests.flatMap((test): readonly PolicyStatement[] => {
    if (!/^(?:String|Arn)/.test(test.comparison)) return [];
    const values = test.values.filter((value) => names(value, test));
    return values.length === 0
      ? []
      : [{ ...base, Condition: { [test.comparison]: { [key]: values } } }];
  });
  return always === undefined
    ? named
    : [...named, { ...base, Condition: { Null: { [key]: 'true' } } }];
}
