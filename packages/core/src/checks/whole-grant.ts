import {
  asList,
  checkAccessNotGranted,
  compareAccess,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  patternCovers,
  statementsOf,
} from '@rolecall/policy';
import { meetsSample } from './meets-sample.ts';

/** How a document gives an action on all of some resources. */
export type WholeGrant =
  | 'none'
  /** Only while a condition holds that does not make it harmless. */
  | 'conditional'
  | 'all';

export interface WholeGrantInput {
  /** With a wildcard: all that it covers at once, e.g. `kms:*`. */
  readonly action: string;
  /** ARNs with wildcards; all of one of them is enough. */
  readonly resources: readonly string[];
  /** Requests that are as they should be; what a statement gives of these only does not count. */
  readonly harmless?: readonly PolicyStatement[];
}

/**
 * Whether a document gives `action` on everything that `resources` stand for, whatever words say so
 * (NotAction, NotResource, several statements), less what its Deny statements take away as a whole.
 */
export function wholeGrant(
  document: PolicyDocument,
  { action, resources, harmless = [] }: WholeGrantInput,
): WholeGrant {
  const statements = statementsOf(document);
  if (!resources.some((resource) => meetsSample(statements, { action, resource }))) return 'none';
  const denies = statements.filter(
    (statement) => statement.Effect === 'Deny' && mayMeet(statement, action),
  );
  const giving = statements.filter(
    (statement) => statement.Effect === 'Allow' && mayGive(statement, action),
  );
  if (denies.length === 0 && harmless.length === 0 && givesAllPlainly(giving, action)) return 'all';
  const allows = giving.filter((statement) =>
    givesMore([statement, ...denies], { action, harmless }),
  );
  if (allows.length === 0) return 'none';
  const covers = (covering: readonly PolicyStatement[]) =>
    resources.some((resource) => {
      const probe: PolicyStatement = { Effect: 'Allow', Action: action, Resource: resource };
      return compareAccess(policyOf(covering), policyOf([probe])).verdict === 'none';
    });
  if (covers(allows.filter(({ Condition = {} }) => Object.keys(Condition).length === 0))) {
    return 'all';
  }
  return covers(allows.map(({ Condition: _, ...statement }) => statement)) ? 'conditional' : 'none';
}

/** Seen by the words alone, since most statements are about something else. */
function mayGive({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const wanted = action.toLowerCase();
  if (NotAction !== undefined) {
    return !asList(NotAction).some((pattern) => patternCovers(pattern.toLowerCase(), wanted));
  }
  return asList(Action).some((pattern) => meets(pattern.toLowerCase(), wanted));
}

/** Whether a statement can be about some of it: what stands before the first wildcards says. */
function mayMeet({ Action, NotAction }: PolicyStatement, action: string): boolean {
  if (NotAction !== undefined) return true;
  const start = startOf(action);
  return asList(Action).some((pattern) => {
    const other = startOf(pattern);
    return other.startsWith(start) || start.startsWith(other);
  });
}

function startOf(pattern: string): string {
  return pattern.toLowerCase().replace(/[*?].*$/s, '');
}

/** Whether one of them gives it on "*" without more ado, and none is of a form to be judged. */
function givesAllPlainly(giving: readonly PolicyStatement[], action: string): boolean {
  return (
    giving.every(isPlain) &&
    giving.some(
      ({ Action, Resource }) =>
        asList(Resource).includes('*') &&
        asList(Action).some((pattern) =>
          patternCovers(pattern.toLowerCase(), action.toLowerCase()),
        ),
    )
  );
}

const plainElements: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Action', 'Resource']);

function isPlain(statement: PolicyStatement): boolean {
  const { Sid = '', Action, Resource } = statement;
  return (
    Object.keys(statement).every((element) => plainElements.has(element)) &&
    [Sid, ...asList(Action), ...asList(Resource)].every((text) => typeof text === 'string')
  );
}

/** Whether one of two patterns covers the other: `kms:*` is also given bit by bit. */
function meets(pattern: string, action: string): boolean {
  return matchesPattern(pattern, action) || patternCovers(action, pattern);
}

/** Whether anything of it is left by the Deny statements and is not harmless. */
function givesMore(
  statements: readonly PolicyStatement[],
  { action, harmless }: { readonly action: string; readonly harmless: readonly PolicyStatement[] },
): boolean {
  if (harmless.length === 0) {
    return checkAccessNotGranted(policyOf(statements), { actions: [action] }).verdict !== 'none';
  }
  const others: PolicyStatement = { Effect: 'Allow', NotAction: action, Resource: '*' };
  return compareAccess(policyOf([others, ...harmless]), policyOf(statements)).verdict !== 'none';
}

function policyOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
