import type { Comparison } from '../language/condition-operator.ts';
import { decodeBase64 } from '../language/values/base64.ts';
import { compareDecimals, type Decimal, parseDecimal } from '../language/values/decimal.ts';
import { compareInstants, type Instant, parseInstant } from '../language/values/instant.ts';
import {
  type AddressRange,
  parseAddress,
  parseAddressRange,
} from '../language/values/ip-address.ts';
import { BudgetExceeded } from './budget.ts';
import { compilePattern, fieldCount, isStars, type Pattern } from './pattern.ts';
import { type TextSet, textSet } from './text-set.ts';
import { addressProbes, binaryProbes, dateProbes, inRange, numberProbes } from './value-probes.ts';
import { matchesText } from './word-search.ts';

/** The values for which the positive form of a condition operator is true. */
export type ValueSet =
  | { readonly family: 'text'; readonly id: string; readonly texts: TextSet }
  | NumberSet
  | DateSet
  | { readonly family: 'address'; readonly id: string; readonly ranges: readonly AddressRange[] }
  | { readonly family: 'bool'; readonly id: string; readonly wanted: readonly boolean[] }
  | { readonly family: 'binary'; readonly id: string; readonly wanted: readonly string[] };

type Order = 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';

interface NumberSet {
  readonly family: 'number';
  readonly id: string;
  readonly order: Order;
  readonly bounds: readonly Decimal[];
}

interface DateSet {
  readonly family: 'date';
  readonly id: string;
  readonly order: Order;
  readonly bounds: readonly Instant[];
}

type ValueFamily = ValueSet['family'];

/** All values, and none. */
export const everyValue: ValueSet = {
  family: 'text',
  id: 'text*',
  texts: textSet('like', [
    compilePattern('*', { wildcards: true, fold: false, arn: false, variables: false }),
  ]),
};

export interface ValueReading {
  /** Whether `${…}` stands for the value of a key: Version 2012-10-17. */
  readonly variables: boolean;
  /** Whether `*` is an ARN pattern that matches any ARN, or none. */
  readonly starArnValue: 'matches' | 'fails';
}

/** What a comparison other than `Null` with these values of the policy accepts. */
export function valueSet(
  comparison: Exclude<Comparison, 'Null'>,
  values: readonly string[],
  reading: ValueReading,
): ValueSet {
  const { variables, starArnValue } = reading;
  const id = `${comparison}${variables ? '' : '-'}${starArnValue}${JSON.stringify([...new Set(values)].sort())}`;
  switch (comparison) {
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
    case 'StringLike':
    case 'ArnEquals':
    case 'ArnLike':
      return { family: 'text', id, texts: textsOf(comparison, values, reading) };
    case 'NumericEquals':
    case 'NumericLessThan':
    case 'NumericLessThanEquals':
    case 'NumericGreaterThan':
    case 'NumericGreaterThanEquals':
      return {
        family: 'number',
        id,
        order: orderOf(comparison),
        bounds: parsed(values, parseDecimal),
      };
    case 'DateEquals':
    case 'DateLessThan':
    case 'DateLessThanEquals':
    case 'DateGreaterThan':
    case 'DateGreaterThanEquals':
      return {
        family: 'date',
        id,
        order: orderOf(comparison),
        bounds: parsed(values, parseInstant),
      };
    case 'IpAddress':
      return { family: 'address', id, ranges: parsed(values, parseAddressRange) };
    case 'Bool':
      return { family: 'bool', id, wanted: parsed(values, parseBool) };
    case 'BinaryEquals':
      return { family: 'binary', id, wanted: parsed(values, bytesOf) };
    default:
      return comparison satisfies never;
  }
}

/** Whether a value is in the set; `undefined` where that hangs on a variable. */
export function hasValue(set: ValueSet, value: string): boolean | undefined {
  switch (set.family) {
    case 'text':
      return hasText(set.texts, value);
    case 'number': {
      const number = parseDecimal(value);
      return (
        number !== undefined &&
        set.bounds.some((bound) => holds(set.order, compareDecimals(number, bound)))
      );
    }
    case 'date': {
      const instant = parseInstant(value);
      return (
        instant !== undefined &&
        set.bounds.some((bound) => holds(set.order, compareInstants(instant, bound)))
      );
    }
    case 'address': {
      const address = parseAddress(value);
      return address !== undefined && set.ranges.some((range) => inRange(range, address));
    }
    case 'bool': {
      const bool = parseBool(value);
      return bool !== undefined && set.wanted.includes(bool);
    }
    case 'binary': {
      const bytes = bytesOf(value);
      return bytes !== undefined && set.wanted.includes(bytes);
    }
    default:
      return set satisfies never;
  }
}

/** How many values of the policy a set holds. */
export function sizeOf(set: ValueSet): number {
  switch (set.family) {
    case 'text':
      return set.texts.patterns.length;
    case 'number':
    case 'date':
      return set.bounds.length;
    case 'address':
      return set.ranges.length;
    case 'bool':
    case 'binary':
      return set.wanted.length;
    default:
      return set satisfies never;
  }
}

/**
 * Values among which, for sets of one family other than text, there is one of each kind that any
 * combination of them can tell apart; of sets of texts, their texts without wildcards.
 */
export function probesOf(sets: readonly ValueSet[]): readonly string[] {
  const has = (family: ValueFamily) => sets.some((set) => set.family === family);
  const numbers = sets.flatMap((set) => (set.family === 'number' ? set.bounds : []));
  const dates = sets.flatMap((set) => (set.family === 'date' ? set.bounds : []));
  const ranges = sets.flatMap((set) => (set.family === 'address' ? set.ranges : []));
  const binaries = sets.flatMap((set) => (set.family === 'binary' ? set.wanted : []));
  return [
    ...(has('bool') ? ['true', 'false'] : []),
    ...(has('number') ? numberProbes(numbers) : []),
    ...(has('date') ? dateProbes(dates) : []),
    ...(has('address') ? addressProbes(ranges) : []),
    ...(has('binary') ? binaryProbes(binaries) : []),
    ...sets.flatMap((set) => (set.family === 'text' ? exactTexts(set.texts) : [])),
  ];
}

/** A text that is no number, date, address, boolean or base64. */
export const junk = 'other text!';

const readings = {
  StringEquals: { wildcards: false, fold: false, arn: false },
  StringEqualsIgnoreCase: { wildcards: false, fold: true, arn: false },
  StringLike: { wildcards: true, fold: false, arn: false },
  ArnEquals: { wildcards: true, fold: false, arn: true },
  ArnLike: { wildcards: true, fold: false, arn: true },
} as const;

function textsOf(
  comparison: keyof typeof readings,
  values: readonly string[],
  { variables, starArnValue }: ValueReading,
): TextSet {
  const reading = { ...readings[comparison], variables };
  const readable = reading.arn
    ? values.flatMap((value) => arnValue(value, variables, starArnValue))
    : values;
  const kind = reading.arn ? 'arn' : reading.fold ? 'fold' : reading.wildcards ? 'like' : 'is';
  return textSet(
    `${kind}${variables ? '' : '-'}`,
    readable.map((value) => compilePattern(value, reading)),
  );
}

/** ARNs are compared in six fields; a value that has fewer matches nothing. */
function arnValue(value: string, variables: boolean, star: ValueReading['starArnValue']) {
  if (isStars(value) && star === 'matches') return ['*:*:*:*:*:*'];
  return fieldCount(value, variables) >= 6 ? [value] : [];
}

function hasText(texts: TextSet, value: string): boolean | undefined {
  const matched = texts.patterns.some(
    (pattern) => !pattern.symbolic && matchesText(pattern, value),
  );
  return matched || (texts.symbolic ? undefined : false);
}

function orderOf(comparison: Comparison): Order {
  if (comparison.endsWith('LessThan')) return 'less';
  if (comparison.endsWith('LessThanEquals')) return 'lessOrEqual';
  if (comparison.endsWith('GreaterThan')) return 'greater';
  if (comparison.endsWith('GreaterThanEquals')) return 'greaterOrEqual';
  return 'equal';
}

function holds(order: Order, difference: number): boolean {
  switch (order) {
    case 'equal':
      return difference === 0;
    case 'less':
      return difference < 0;
    case 'lessOrEqual':
      return difference <= 0;
    case 'greater':
      return difference > 0;
    case 'greaterOrEqual':
      return difference >= 0;
    default:
      return order satisfies never;
  }
}

function parseBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

/** Longer than any document IAM stores. */
const longestBinary = 100_000;

/** Equal bytes, equal text; itself base64. */
function bytesOf(text: string): string | undefined {
  if (text.length > longestBinary)
    throw new BudgetExceeded('A binary value in a condition is too long to be compared.');
  const bytes = decodeBase64(text);
  return bytes && btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

function parsed<T>(
  values: readonly string[],
  parse: (value: string) => T | undefined,
): readonly T[] {
  return values.map(parse).filter((value) => value !== undefined);
}

/** The texts of a set that its patterns without wildcards match. */
export function exactTexts(texts: TextSet): readonly string[] {
  return texts.patterns.filter(({ exact }) => exact).map(exactText);
}

/** The one text an exact pattern matches. */
function exactText({ steps }: Pattern): string {
  let text = '';
  for (const step of steps) if (typeof step === 'number') text += String.fromCharCode(step);
  return text;
}
