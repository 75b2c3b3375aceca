import type { Condition } from '../language/policy.ts';
import { conditionGroups, isUnclearAltogether, unclearValues } from './unclear-condition.ts';
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
   * only the very same condition shares. Of values that are alternatives, each by itself.
   */
  readonly unclear: 'evaluated' | 'opaque';
}

interface LiteralReading extends ConditionReading {
  readonly variables: boolean;
}

/**
 * What the conditions of a statement say: alternatives, in each of which all literals hold. There is
 * more than one only where unclear values are read as a yes or no of their own.
 */
export function keyAlternatives(
  conditions: readonly Condition[],
  reading: LiteralReading,
): readonly (readonly KeyLiteral[])[] {
  if (reading.unclear === 'evaluated')
    return [conditions.map((condition) => keyLiteral(condition, reading))];
  let alternatives: readonly (readonly KeyLiteral[])[] = [[]];
  for (const group of conditionGroups(conditions)) {
    const ways = opaqueAlternatives(group, reading);
    const fitting = alternatives.length * ways.length > maxAlternatives ? [[opaque(group)]] : ways;
    alternatives = alternatives.flatMap((before) => fitting.map((way) => [...before, ...way]));
  }
  return alternatives;
}

/** Beyond this a condition's list of values is one yes or no. */
const maxAlternatives = 32;

/**
 * A list of values asks for one of them, or for none where the operator is negated: values that are
 * unclear can be parted from it, unless a qualifier asks of each value in the request that any of
 * the list fits it.
 */
function opaqueAlternatives(
  group: readonly Condition[],
  reading: LiteralReading,
): readonly (readonly KeyLiteral[])[] {
  const [condition, repeated] = group;
  if (condition === undefined) return [[]];
  if (repeated !== undefined || isUnclearAltogether(condition)) return [[opaque(group)]];
  const unclear = unclearValues(condition, reading);
  if (unclear.length === 0) return [[keyLiteral(condition, reading)]];
  const { operator, values } = condition;
  const negates = operator.negated;
  if (operator.qualifier === (negates ? 'ForAnyValue' : 'ForAllValues')) return [[opaque(group)]];
  const parts = [...new Set(unclear)].map((value) => opaque([{ ...condition, values: [value] }]));
  const rest = values.filter((value) => !unclear.includes(value));
  const clear =
    rest.length > 0 ? [keyLiteral({ ...condition, values: rest }, reading), ...parts] : parts;
  return negates ? [clear] : clear.map((one) => [one]);
}

/** Source: IAM User Guide, "Condition operators" and "Multivalued context keys". */
function keyLiteral(condition: Condition, reading: LiteralReading): KeyLiteral {
  const { operator, key, values } = condition;
  const lower = key.toLowerCase();
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
function opaque(group: readonly Condition[]): KeyLiteral {
  const [first] = group;
  const lists = group.map(({ values }) => JSON.stringify([...new Set(values)].sort())).sort();
  const name = JSON.stringify([first?.operator, first?.key.toLowerCase(), lists]);
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
