import type { RequestPrincipal } from '../evaluate/request-principal.ts';
import type { Policy, PrincipalEntry } from '../language/policy.ts';
import type { AccountCallers, RoleSession } from './account-callers.ts';
import { type Budget, BudgetExceeded } from './budget.ts';
import { type NamedPrincipals, namedPrincipals } from './named-principals.ts';

/**
 * One kind of caller that policies can tell apart: a principal they name, or the rest of an account.
 */
export interface PrincipalCandidate {
  readonly caller: RequestPrincipal;
  /** The entries that mean this caller, `everyone` apart: see `entryName`. */
  readonly names: ReadonlySet<string>;
  /**
   * Of each group one has to be listed before `NotPrincipal` spares the caller in a Deny; no groups:
   * any of its names does.
   */
  readonly mustBeListed: readonly (readonly string[])[];
  /** The same in the reading `strict`, where that is different. */
  readonly mustBeListedStrictly?: readonly (readonly string[])[];
}

/** More callers than policies of IAM can name. */
const maxCandidates = 4000;

/**
 * A caller for each way in which the principals of these policies can be told apart: the partition
 * is as fine as the policies can see, so a set of callers is a set of candidates.
 * @throws BudgetExceeded
 */
export function principalCandidates(
  policies: readonly Policy[],
  budget: Budget,
): readonly PrincipalCandidate[] {
  const anonymous = bare({ kind: 'anonymous' }, []);
  // Where nobody is named, nobody can be told from others.
  if (!policies.some(({ statements }) => statements.some(({ principal }) => principal)))
    return [anonymous];
  const named = namedPrincipals(policies, budget);
  const found: PrincipalCandidate[] = [];
  const add = (candidates: Iterable<PrincipalCandidate>) => {
    for (const candidate of candidates) {
      found.push(candidate);
      if (found.length > maxCandidates)
        throw new BudgetExceeded('The policies name too many principals to be compared.');
    }
  };
  for (const account of named.accounts) add(callersIn(account, named));
  for (const name of named.services) add([bare({ kind: 'service', name }, [`Service ${name}`])]);
  for (const provider of named.providers)
    add([bare({ kind: 'federated', provider }, [`Federated ${provider}`])]);
  for (const id of named.canonicalUsers)
    add([bare({ kind: 'canonical-user', id }, [`CanonicalUser ${id}`])]);
  for (const text of named.unrecognised) add([unrecognised(text)]);
  return [...found, anonymous];
}

/** How an entry is spelt in `names`. */
export function entryName(entry: PrincipalEntry): string {
  return entry.everyone ? '*' : `${entry.kind} ${entry.value}`;
}

function* callersIn(
  account: AccountCallers,
  { userIds, roleIds }: NamedPrincipals,
): Generator<PrincipalCandidate> {
  const { id, partition, users } = account;
  const whole = accountNames(id, partition);
  for (const arn of users) {
    yield iamUser(whole, arn);
    for (const uniqueId of userIds) yield iamUser(whole, arn, uniqueId);
  }
  for (const arn of account.federatedUsers)
    for (const userArn of users) yield federatedUser(whole, arn, userArn);
  for (const session of account.sessions) {
    yield roleSession(whole, session);
    for (const uniqueId of roleIds) yield roleSession(whole, session, uniqueId);
  }
  yield bare({ kind: 'root', account: id, partition }, whole);
}

/** An account is named by its ID, in whichever partition, and by its root's ARN. */
function accountNames(id: string, partition: string): readonly string[] {
  return [`AWS ${id}`, `AWS arn:${partition}:iam::${id}:root`];
}

function iamUser(account: readonly string[], arn: string, uniqueId?: string): PrincipalCandidate {
  const itself = uniqueId === undefined ? [`AWS ${arn}`] : [`AWS ${arn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: 'user', arn, uniqueId },
    names: new Set([...account, ...itself]),
    mustBeListed: [account, itself],
  };
}

function federatedUser(
  account: readonly string[],
  arn: string,
  userArn: string,
): PrincipalCandidate {
  return {
    caller: { kind: 'federated-user', arn, userArn },
    names: new Set([...account, `AWS ${arn}`, `AWS ${userArn}`]),
    mustBeListed: [account, [`AWS ${arn}`, `AWS ${userArn}`]],
    mustBeListedStrictly: [account, [`AWS ${arn}`]],
  };
}

function roleSession(
  account: readonly string[],
  { roleArn, sessionArn }: RoleSession,
  uniqueId?: string,
): PrincipalCandidate {
  const role = uniqueId === undefined ? [`AWS ${roleArn}`] : [`AWS ${roleArn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: 'role-session', roleArn, sessionArn, uniqueId },
    names: new Set([...account, `AWS ${sessionArn}`, ...role]),
    mustBeListed: [account, role, [`AWS ${sessionArn}`]],
  };
}

/** What is named and is of no form we know: it answers to that text, and to an account in it. */
function unrecognised(text: string): PrincipalCandidate {
  const [, partition = '', id] = /^arn:([^:]*):[^:]*:[^:]*:(\d{12}):/.exec(text) ?? [];
  const account = id === undefined ? [] : accountNames(id, partition);
  return {
    caller: { kind: 'unrecognised', text },
    names: new Set([`AWS ${text}`, ...account]),
    mustBeListed: [account, [`AWS ${text}`]],
  };
}

function bare(caller: RequestPrincipal, names: readonly string[]): PrincipalCandidate {
  return { caller, names: new Set(names), mustBeListed: [] };
}
