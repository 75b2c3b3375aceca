/** What a condition operator compares, apart from negation, qualifier and `IfExists`. */
export type Comparison =
  | 'StringEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringLike'
  | 'NumericEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'Bool'
  | 'BinaryEquals'
  | 'IpAddress'
  | 'ArnEquals'
  | 'ArnLike'
  | 'Null';

export type Qualifier = 'ForAllValues' | 'ForAnyValue';

export interface ConditionOperator {
  readonly comparison: Comparison;
  /** The `Not` form: true where the comparison is false, also where the key is missing. */
  readonly negated: boolean;
  readonly qualifier: Qualifier | undefined;
  readonly ifExists: boolean;
}

const plain: readonly Comparison[] = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'ArnEquals',
  'ArnLike',
  'Null',
];

const negations: readonly (readonly [string, Comparison])[] = [
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
];

interface Form {
  readonly name: string;
  readonly comparison: Comparison;
  readonly negated: boolean;
}

const forms: readonly Form[] = [
  ...plain.map((comparison) => ({ name: comparison, comparison, negated: false })),
  ...negations.map(([name, comparison]) => ({ name, comparison, negated: true })),
];

const formsByName = new Map(forms.map((form) => [form.name, form]));

/** The names of all operators, without qualifier and `IfExists`. */
export const operatorNames: readonly string[] = forms.map((form) => form.name);

/**
 * `ForAnyValue:StringLikeIfExists` and the like in their parts; `undefined` for what is no operator.
 * Letters have to stand in the case the user guide writes them in.
 * `Null` is never combined with `IfExists`: `NullIfExists` is no operator.
 */
export function parseConditionOperator(text: string): ConditionOperator | undefined {
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(text);
  const form = formsByName.get(parts?.[2] ?? '');
  if (parts === null || form === undefined) return undefined;
  const ifExists = parts[3] !== undefined;
  if (form.comparison === 'Null' && ifExists) return undefined;
  return {
    comparison: form.comparison,
    negated: form.negated,
    qualifier: qualifierOf(parts[1]),
    ifExists,
  };
}

function qualifierOf(text: string | undefined): Qualifier | undefined {
  return text === 'ForAllValues' || text === 'ForAnyValue' ? text : undefined;
}
