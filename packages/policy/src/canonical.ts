import {
  asList,
  type PolicyDocument,
  type PolicyPrincipal,
  type PolicyStatement,
  statementsOf,
} from './document.ts';
import { canonicalJson, type Json } from './json.ts';

/** What the account a document lives in says about the names in it. */
export interface CanonicalContext {
  readonly partition: string;
  /**
   * Other names of a principal → its ARN: its unique id (AIDA…, AROA…), which IAM shows in a trust
   * policy for a while after a change and for good once the principal was deleted, or the ARN that
   * it is about to have.
   */
  readonly principalArns?: ReadonlyMap<string, string>;
}

/**
 * One form for all documents that mean the same: one value or a list, the order of statements and
 * values, the case of actions and condition keys, `{account}` or `arn:…:root`, a missing Version.
 * Sid and Id are left out: they name things and decide nothing.
 */
export function canonicalPolicy(document: PolicyDocument, context: CanonicalContext): Json {
  const statements = statementsOf(document).map((statement) =>
    canonicalStatement(statement, context),
  );
  return {
    Version: document.Version ?? '2008-10-17',
    Statement: sortedUnique(statements),
  };
}

export function samePolicy(
  a: PolicyDocument,
  b: PolicyDocument,
  context: CanonicalContext,
): boolean {
  return canonicalJson(canonicalPolicy(a, context)) === canonicalJson(canonicalPolicy(b, context));
}

function canonicalStatement(statement: PolicyStatement, context: CanonicalContext): Json {
  return dropUndefined({
    Effect: statement.Effect,
    Principal: principal(statement.Principal, context),
    NotPrincipal: principal(statement.NotPrincipal, context),
    Action: actions(statement.Action),
    NotAction: actions(statement.NotAction),
    Resource: statement.Resource && sortedUnique(asList(statement.Resource)),
    NotResource: statement.NotResource && sortedUnique(asList(statement.NotResource)),
    Condition: conditions(statement),
  });
}

function actions(value: PolicyStatement['Action']): Json | undefined {
  return value && sortedUnique(asList(value).map((action) => action.toLowerCase()));
}

function principal(
  value: PolicyPrincipal | undefined,
  context: CanonicalContext,
): Json | undefined {
  if (value === undefined) return undefined;
  const kinds = typeof value === 'string' ? { AWS: value } : value;
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, names]) => [
      kind,
      sortedUnique(
        asList(names).map((name) => (kind === 'AWS' ? awsPrincipal(name, context) : name)),
      ),
    ]),
  );
}

/** `111122223333` and `arn:…:iam::111122223333:root` name the same principal. */
function awsPrincipal(name: string, context: CanonicalContext): string {
  if (/^\d{12}$/.test(name)) return `arn:${context.partition}:iam::${name}:root`;
  return context.principalArns?.get(name) ?? name;
}

function conditions(statement: PolicyStatement): Json | undefined {
  const tests = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => [
      operator.toLowerCase(),
      key.toLowerCase(),
      sortedUnique(asList<Json>(values).map(String)),
    ]),
  );
  return tests.length > 0 ? sortedUnique(tests) : undefined;
}

/** A list read as a set: sorted by canonical text, each member once. */
function sortedUnique(values: readonly Json[]): Json {
  if (values.length < 2) return values;
  const byText = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function dropUndefined(members: Record<string, Json | undefined | ''>): Json {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
}
