import type { Condition } from '../language/policy.ts';
import { isUnclear } from './unclear-condition.ts';
import { everyValue, type ValueSet, valueSet } from './value-set.ts';

/**
 * What one condition says of the values a request has for a key: true of no value where `absent`;
 * otherwise `some` value, or `all` of them, have to be in the set (or outside it). Everything a
 * condition of IAM can say has this form, and so has the contrary.
 */
export interface KeyLiteral {
  /** Equal ids say the same. */
  readonly id: string;
  readonly key: string;
  readonly absent: boolean;
  readonly quantity: 'some' | 'all';
  readonly set: ValueSet;
  /** Inside the set, or outside. */
  readonly inside: boolean;
}

/** How the documentation may be read where it is silent. */
export interface ConditionReading {
  /** `ArnLike: "*"`: every ARN, or none since it has not six fields. */
  readonly starArnValue: 'matches' | 'fails';
  /** Whether `ForAnyValue:…IfExists` is true of a key that is missing. */
  readonly anyValueIfExists: boolean;
  /**
   * A condition AWS does not document: read as the evaluator does, or as a yes or no of its own that
   * only the very same condition shares.
   */
  readonly unclear: 'evaluated' | 'opaque';
}

/** Source: IAM User Guide, "Condition operators" and "Multivalued context keys". */
export function keyLiteral(
  condition: Condition,
  reading: { readonly variables: boolean } & ConditionReading,
): KeyLiteral {
  const { operator, key, values } = condition;
  const lower = key.toLowerCase();
  if (reading.unclear === 'opaque' && isUnclear(condition, reading)) return opaque(condition);
  if (operator.comparison === 'Null') return nullLiteral(lower, values);
  const set = valueSet(operator.comparison, values, reading);
  const inside = !operator.negated;
  switch (operator.qualifier) {
    case 'ForAllValues':
      return literal({ key: lower, absent: true, quantity: 'all', set, inside });
    case 'ForAnyValue': {
      const absent = operator.ifExists && reading.anyValueIfExists;
      return literal({ key: lower, absent, quantity: 'some', set, inside });
    }
    case undefined:
      return operator.negated
        ? literal({ key: lower, absent: true, quantity: 'all', set, inside })
        : literal({ key: lower, absent: operator.ifExists, quantity: 'some', set, inside });
    default:
      return operator.qualifier satisfies never;
  }
}

/** True or false, whatever the request holds otherwise. */
function opaque({ operator, key, values }: Condition): KeyLiteral {
  const name = JSON.stringify([operator, key.toLowerCase(), [...new Set(values)].sort()]);
  const reading = { variables: false, starArnValue: 'matches' } as const;
  const set = valueSet('StringEquals', ['true'], reading);
  return literal({ key: `unclear ${name}`, absent: false, quantity: 'some', set, inside: true });
}

/** The literal that is true exactly where this one is false. */
export function contrary({ key, absent, quantity, set, inside }: KeyLiteral): KeyLiteral {
  return literal({
    key,
    absent: !absent,
    quantity: quantity === 'some' ? 'all' : 'some',
    set,
    inside: !inside,
  });
}

/** `Null: true` is absence, `Null: false` presence; both in one list are always true. */
function nullLiteral(key: string, values: readonly string[]): KeyLiteral {
  const wanted = values.map((value) => value.toLowerCase());
  return literal({
    key,
    absent: wanted.includes('true'),
    quantity: 'some',
    set: everyValue,
    inside: wanted.includes('false'),
  });
}

function literal(parts: Omit<KeyLiteral, 'id'>): KeyLiteral {
  const { key, absent, quantity, set, inside } = parts;
  return {
    ...parts,
    id: `${JSON.stringify(key)} ${absent ? '?' : ''}${quantity}${inside ? '' : '!'}${set.id}`,
  };
}
