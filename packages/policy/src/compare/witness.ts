import type { ActionData } from '../actions/action-data.ts';
import type { AccessRequest } from '../evaluate/access-request.ts';
import type { TextLiteral } from './box.ts';
import { captureVariables } from './capture-variables.ts';
import { variablesOf, withValues } from './filled-region.ts';
import { fixedWays } from './fixed-variables.ts';
import type { KeyLiteral } from './key-literal.ts';
import type { PrincipalCandidate } from './principal-candidates.ts';
import { plainResource, realAction, realResource } from './real-texts.ts';
import { type Region, type Solver, textsOf, valuesOf } from './region.ts';
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
  const fixed = fixedWays(region, context.solver);
  for (const values of fixed ?? assignments(region, variables, context)) {
    const concrete = withValues(region, values);
    const request = concrete && requestOf(concrete, context);
    if (request !== undefined) yield request;
  }
}

function requestOf(region: Region, context: WitnessContext): AccessRequest | undefined {
  const { solver, data } = context;
  const values: [key: string, values: readonly string[]][] = [];
  for (const [key, literals] of region.keys) {
    const found = valuesOf(key, literals, solver);
    if (found.kind === 'empty') return undefined;
    if (found.values.length > 0) values.push([key, found.values]);
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
  // `fromEntries` makes an own property of any name, of "__proto__" too.
  const requestContext = Object.fromEntries(values);
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
