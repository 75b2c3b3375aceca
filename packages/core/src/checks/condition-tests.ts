import { asList, type Json, type PolicyDocument, statementsOf } from '@rolecall/policy';

/** One key of one operator of a condition, without what the operator adds to the comparison. */
export interface ConditionTest {
  /** `StringEquals`, `StringLike`, `ArnLike` …: no qualifier, no `Not`, no `IfExists`. */
  readonly comparison: string;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Every test of a key in the conditions of a document, of its Deny statements too. */
export function conditionTests(document: PolicyDocument): readonly ConditionTest[] {
  return statementsOf(document).flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({
        comparison: comparisonOf(operator),
        key: key.toLowerCase(),
        values: asList<Json>(values).map(String),
      })),
    ),
  );
}

function comparisonOf(operator: string): string {
  return operator
    .replace(/^For(?:All|Any)Values?:/i, '')
    .replace(/IfExists$/i, '')
    .replace(/^(String|Arn|Numeric|Date)Not/i, '$1')
    .replace(/^NotIpAddress$/i, 'IpAddress');
}

/** Whether `*` and `?` in a value are wildcards to this comparison. */
export function hasWildcards({ comparison }: ConditionTest, value: string): boolean {
  return /^(?:StringLike|Arn)/i.test(comparison) && /[*?]/.test(value);
}
