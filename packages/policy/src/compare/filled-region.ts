import type { TextLiteral } from './box.ts';
import type { KeyLiteral } from './key-literal.ts';
import { type Pattern, substitute } from './pattern.ts';
import type { Region } from './region.ts';
import { textSet } from './text-set.ts';
import { valueSet } from './value-set.ts';

/** The region for given values of the variables: exact, and those values are sent. */
export function withValues(
  region: Region,
  values: ReadonlyMap<string, string>,
): Region | undefined {
  const keys = new Map(
    [...region.keys].map(([key, literals]) => [
      key,
      literals.map((literal) => concreteKey(literal, values)),
    ]),
  );
  for (const [key, value] of values) keys.set(key, [...(keys.get(key) ?? []), equal(key, value)]);
  for (const key of variablesOf(region))
    if (!values.has(key)) keys.set(key, [...(keys.get(key) ?? []), missing(key)]);
  const texts = (literals: readonly TextLiteral[]) =>
    literals.map((literal) => concreteText(literal, values));
  return { ...region, resource: texts(region.resource), keys };
}

function concreteText(literal: TextLiteral, values: ReadonlyMap<string, string>): TextLiteral {
  if (!literal.set.symbolic) return literal;
  const set = textSet(
    `${literal.set.id} with ${idOf(values)} `,
    concretePatterns(literal.set.patterns, values),
  );
  return { ...literal, id: `${literal.id} with ${idOf(values)}`, set };
}

function concreteKey(literal: KeyLiteral, values: ReadonlyMap<string, string>): KeyLiteral {
  const { set, id } = literal;
  if (set.family !== 'text' || !set.texts.symbolic) return literal;
  const patterns = concretePatterns(set.texts.patterns, values);
  const texts = textSet(`${set.id} with ${idOf(values)} `, patterns);
  return { ...literal, id: `${id} with ${idOf(values)}`, set: { ...set, id: texts.id, texts } };
}

/** A pattern whose variable has no value matches nothing. */
function concretePatterns(patterns: readonly Pattern[], values: ReadonlyMap<string, string>) {
  return patterns
    .map((pattern) => substitute(pattern, (key, fallback) => values.get(key) ?? fallback))
    .filter((pattern) => pattern !== undefined);
}

function idOf(values: ReadonlyMap<string, string>): string {
  return JSON.stringify([...values].sort());
}

function equal(key: string, value: string): KeyLiteral {
  const set = valueSet('StringEquals', [value], { variables: false, starArnValue: 'matches' });
  return {
    id: `${JSON.stringify(key)} is ${JSON.stringify(value)}`,
    key,
    absent: false,
    quantity: 'some',
    set,
    inside: true,
  };
}

function missing(key: string): KeyLiteral {
  const set = valueSet('StringLike', ['*'], { variables: false, starArnValue: 'matches' });
  return {
    id: `${JSON.stringify(key)} missing`,
    key,
    absent: true,
    quantity: 'all',
    set,
    inside: false,
  };
}

/** Keys that variables of the region's patterns stand for. */
export function variablesOf({ resource, keys }: Region): ReadonlySet<string> {
  const sets = [
    ...resource.map(({ set }) => set),
    ...[...keys.values()].flatMap((literals) =>
      literals.flatMap(({ set }) => (set.family === 'text' ? [set.texts] : [])),
    ),
  ];
  const found = new Set<string>();
  for (const { symbolic, patterns } of sets) {
    if (!symbolic) continue;
    for (const { steps } of patterns)
      for (const step of steps) if (typeof step !== 'number') found.add(step.key);
  }
  return found;
}
