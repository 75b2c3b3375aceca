import type { ActionData } from '../actions/action-data.ts';
import type { AccessRequest } from '../evaluate/access-request.ts';
import type { TextLiteral } from './box.ts';
import { captureVariables } from './capture-variables.ts';
import type { KeyLiteral } from './key-literal.ts';
import { type Pattern, substitute } from './pattern.ts';
import type { PrincipalCandidate } from './principal-candidates.ts';
import { plainResource, realAction, realResource } from './real-texts.ts';
import { type Region, type Solver, textsOf, valuesOf } from './region.ts';
import { textSet } from './text-set.ts';
import { valueSet } from './value-set.ts';

/** A concrete request; its principal is left out where the policies name none. */
export interface WitnessContext {
  readonly solver: Solver;
  readonly candidates: readonly PrincipalCandidate[];
  readonly data: ActionData;
  /** Whether any policy names principals. */
  readonly namesPrincipals: boolean;
}

/**
 * Requests of a region, likely ones first. Where variables are in the way, several values are tried
 * for them; the requests then need not be in the region, and the caller has to look.
 * @throws BudgetExceeded
 */
export function* requestsIn(region: Region, context: WitnessContext): Generator<AccessRequest> {
  const variables = variablesOf(region);
  if (variables.size === 0) {
    const request = requestOf(region, context);
    if (request !== undefined) yield request;
    return;
  }
  for (const values of assignments(region, variables, context)) {
    const concrete = withValues(region, values);
    const request = concrete && requestOf(concrete, context);
    if (request !== undefined) yield request;
  }
}

function requestOf(region: Region, context: WitnessContext): AccessRequest | undefined {
  const { solver, data } = context;
  const requestContext = new Map<string, readonly string[]>();
  for (const [key, literals] of region.keys) {
    const found = valuesOf(key, literals, solver);
    if (found.kind === 'empty') return undefined;
    if (found.values.length > 0) requestContext.set(key, found.values);
  }
  const anyAction = textsOf(region.action, solver);
  const anyResource = textsOf(region.resource, solver);
  if (anyAction.kind === 'empty' || anyResource.kind === 'empty') return undefined;
  const action = realAction(region.action, region.resource, data) ?? anyAction.text;
  const resource =
    realResource(action, region.resource, data, solver) ??
    plainResource(region.resource, anyResource.text);
  const principal = context.namesPrincipals
    ? context.candidates.find((_, at) => (region.principals >> BigInt(at)) & 1n)?.caller
    : undefined;
  return { ...(principal && { principal }), action, resource, context: requestContext };
}

/** Values of the variables' keys that are worth a try. */
function* assignments(
  region: Region,
  variables: ReadonlySet<string>,
  { solver }: WitnessContext,
): Generator<ReadonlyMap<string, string>> {
  const allowed = new Map<string, string>();
  for (const key of variables) {
    const literals = region.keys.get(key) ?? [];
    const found = valuesOf(key, [...literals, present(key)], solver);
    if (found.kind === 'values' && found.values[0] !== undefined) allowed.set(key, found.values[0]);
  }
  const sample = (key: string) =>
    region.keys.has(key) ? allowed.get(key) : `sample-${key.replace(/[^a-z]+/g, '-')}`;
  const samples = pairs(variables, sample);
  const captured = capturedValues(region, solver);
  yield samples;
  yield new Map([...samples, ...captured]);
  yield new Map([...pairs(variables, (key) => allowed.get(key)), ...captured]);
  for (const value of ['a', '*', '']) yield pairs(variables, () => value);
  yield new Map();
}

function pairs(keys: ReadonlySet<string>, valueOf_: (key: string) => string | undefined) {
  const found = new Map<string, string>();
  for (const key of keys) {
    const value = valueOf_(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

/** What the variables would be if the widened solution were the resource, or the value of a key. */
function capturedValues(region: Region, solver: Solver): ReadonlyMap<string, string> {
  const captured = new Map<string, string>();
  const take = (literals: readonly TextLiteral[], text: string) => {
    for (const pattern of literals.flatMap(({ inside, set }) => (inside ? set.patterns : []))) {
      for (const [key, value] of captureVariables(pattern, text)) captured.set(key, value);
    }
  };
  const resource = textsOf(region.resource, solver);
  if (resource.kind === 'text') take(region.resource, resource.text);
  for (const [key, literals] of region.keys) {
    const found = valuesOf(key, literals, solver);
    const [value] = found.kind === 'values' ? found.values : [];
    if (value === undefined) continue;
    take(
      literals.flatMap(({ id, inside, set }) =>
        set.family === 'text' ? [{ id, inside, set: set.texts }] : [],
      ),
      value,
    );
  }
  return captured;
}

/** The region for given values of the variables: exact, and those values are sent. */
function withValues(region: Region, values: ReadonlyMap<string, string>): Region | undefined {
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

function present(key: string): KeyLiteral {
  const set = valueSet('StringLike', ['*'], { variables: false, starArnValue: 'matches' });
  return {
    id: `${JSON.stringify(key)} present`,
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
function variablesOf({ resource, keys }: Region): ReadonlySet<string> {
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
