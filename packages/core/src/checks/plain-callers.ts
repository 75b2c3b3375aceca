import {
  asList,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';

/** A caller that a trust policy names: an account, or a user or role of one. */
export interface PlainCaller {
  readonly value: string;
  readonly account: string;
}

/**
 * Whom a trust policy lets do `action` where it says so without conditions, denials and wildcards;
 * undefined where it takes the comparer to tell. Services and providers are left out.
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
    .flatMap(({ Principal }) => (typeof Principal === 'object' ? asList(Principal['AWS']) : []));
  const callers = named.flatMap((value) => {
    const [, id, other] = plainName.exec(value) ?? [];
    const account = id ?? other;
    return account === undefined ? [] : [{ value, account }];
  });
  return callers.length === named.length ? callers : undefined;
}

const plainName = /^(?:(\d{12})|arn:aws:iam::(\d{12}):(?:root|(?:user|role)\/[\w+=,.@/-]+))$/;

const plainElements: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Principal', 'Action']);
const plainKinds: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated']);

function isPlain(statement: PolicyStatement): boolean {
  const { Sid = '', Effect, Principal, Action } = statement;
  return (
    Effect === 'Allow' &&
    Object.keys(statement).every((element) => plainElements.has(element)) &&
    asList(Action).length > 0 &&
    typeof Principal === 'object' &&
    Object.keys(Principal).every((kind) => plainKinds.has(kind)) &&
    [Sid, ...asList(Action), ...Object.values(Principal).flatMap(asList)].every(
      (text) => typeof text === 'string',
    )
  );
}
