import {
  asList,
  type Json,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';

/** A caller that a trust policy names: an account, or a user or role of one. */
export interface PlainCaller {
  readonly value: string;
  readonly account: string;
  /** One of which it has to bring; undefined where none is asked for. */
  readonly externalIds: readonly string[] | undefined;
}

/**
 * Whom a trust policy lets do `action` where it says so without denials, wildcards and conditions
 * other than external ids; undefined where it takes the comparer to tell. Services and providers are
 * left out.
 */
export function plainCallers(
  trust: PolicyDocument,
  action: string,
): readonly PlainCaller[] | undefined {
  const statements = statementsOf(trust);
  if (!statements.every(isPlain)) return undefined;
  const named = statements
    .filter(({ Action }) =>
      asList(Action).some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase())),
    )
    .flatMap(({ Principal, Condition }) =>
      (typeof Principal === 'object' ? asList(Principal['AWS']) : []).map((value) => ({
        value,
        externalIds: Condition && externalIdsIn(Condition),
      })),
    );
  const callers = named.flatMap(({ value, externalIds }) => {
    const [, id, other] = plainName.exec(value) ?? [];
    const account = id ?? other;
    return account === undefined ? [] : [{ value, account, externalIds }];
  });
  return callers.length === named.length ? callers : undefined;
}

const plainName = /^(?:(\d{12})|arn:aws:iam::(\d{12}):(?:root|(?:user|role)\/[\w+=,.@/-]+))$/;

/** The values of a condition that is nothing but StringEquals sts:ExternalId. */
export function externalIdsIn(
  condition: NonNullable<PolicyStatement['Condition']>,
): readonly string[] | undefined {
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: asList<Json>(values) })),
  );
  const [test, ...more] = tests;
  if (test === undefined || more.length > 0 || test.operator !== 'StringEquals') return undefined;
  if (test.key.toLowerCase() !== 'sts:externalid' || test.values.length === 0) return undefined;
  const ids = test.values.filter((value) => typeof value === 'string');
  const isPlain =
    ids.length === test.values.length && ids.every((id) => /^[\w+=,.@:/-]+$/.test(id));
  return isPlain ? ids : undefined;
}

const plainElements: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'Condition',
]);
const plainKinds: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated']);

function isPlain(statement: PolicyStatement): boolean {
  const { Sid = '', Effect, Principal, Action, Condition } = statement;
  return (
    Effect === 'Allow' &&
    (Condition === undefined || externalIdsIn(Condition) !== undefined) &&
    Object.keys(statement).every((element) => plainElements.has(element)) &&
    asList(Action).length > 0 &&
    typeof Principal === 'object' &&
    Object.keys(Principal).every((kind) => plainKinds.has(kind)) &&
    [Sid, ...asList(Action), ...Object.values(Principal).flatMap(asList)].every(
      (text) => typeof text === 'string',
    )
  );
}
