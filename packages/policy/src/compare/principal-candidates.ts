import type { RequestPrincipal } from '../evaluate/request-principal.ts';
import type { Policy, PrincipalEntry } from '../language/policy.ts';
import { BudgetExceeded } from './budget.ts';
import {
  type NamedPrincipals,
  namedPrincipals,
  type RoleName,
  rootAccount,
} from './named-principals.ts';

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
}

/** More callers than policies of IAM can name. */
const maxCandidates = 4000;

/**
 * A caller for each way in which the principals of these policies can be told apart: the partition
 * is as fine as the policies can see, so a set of callers is a set of candidates.
 * @throws BudgetExceeded
 */
export function principalCandidates(policies: readonly Policy[]): readonly PrincipalCandidate[] {
  const named = namedPrincipals(policies);
  const found: PrincipalCandidate[] = [];
  const add = (candidates: Iterable<PrincipalCandidate>) => {
    for (const candidate of candidates) {
      found.push(candidate);
      if (found.length > maxCandidates)
        throw new BudgetExceeded('The policies name too many principals to be compared.');
    }
  };
  for (const account of named.accounts) add(callersIn(account, named));
  for (const name of [...named.services, named.free('witness', '.amazonaws.com')])
    add([bare({ kind: 'service', name }, [`Service ${name}`])]);
  for (const provider of [...named.providers, named.free('witness', '.example.com')])
    add([bare({ kind: 'federated', provider }, [`Federated ${provider}`, 'Federated *'])]);
  for (const id of [...named.canonicalUsers, named.free('witness', '')])
    add([bare({ kind: 'canonical-user', id }, [`CanonicalUser ${id}`])]);
  for (const text of named.unrecognised) add([unrecognised(text)]);
  add([bare({ kind: 'anonymous' }, [])]);
  return found;
}

/** How an entry is spelt in `names`; an account and its root are one. */
export function entryName(entry: PrincipalEntry): string {
  if (entry.everyone) return '*';
  const account = entry.kind === 'AWS' ? rootAccount(entry.value) : undefined;
  return `${entry.kind} ${account ?? entry.value}`;
}

function* callersIn(
  account: NamedPrincipals['accounts'][number],
  named: NamedPrincipals,
): Generator<PrincipalCandidate> {
  const { id, partition } = account;
  const users = [...account.users, named.free(`arn:${partition}:iam::${id}:user/witness`, '')];
  for (const arn of users) {
    yield iamUser(id, arn);
    for (const uniqueId of named.userIds) yield iamUser(id, arn, uniqueId);
  }
  const sessions = [
    ...account.federatedUsers,
    named.free(`arn:${partition}:sts::${id}:federated-user/witness`, ''),
  ];
  for (const arn of sessions) for (const userArn of users) yield federatedUser(id, arn, userArn);
  const otherRole = named.free(`arn:${partition}:iam::${id}:role/witness`, '');
  for (const role of [
    ...account.roles,
    { arn: otherRole, name: nameOf(otherRole), sessions: [] },
  ]) {
    for (const session of [...role.sessions, otherSession(account, role, named)]) {
      yield roleSession(id, role.arn, session);
      for (const uniqueId of named.roleIds) yield roleSession(id, role.arn, session, uniqueId);
    }
  }
  yield bare({ kind: 'root', account: id }, [`AWS ${id}`]);
}

function otherSession(
  { id, partition }: { readonly id: string; readonly partition: string },
  { name }: RoleName,
  named: NamedPrincipals,
): string {
  return named.free(`arn:${partition}:sts::${id}:assumed-role/${name}/session`, '');
}

function nameOf(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf('/') + 1);
}

function iamUser(account: string, arn: string, uniqueId?: string): PrincipalCandidate {
  const itself = uniqueId === undefined ? [`AWS ${arn}`] : [`AWS ${arn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: 'user', arn, uniqueId },
    names: new Set([`AWS ${account}`, ...itself]),
    mustBeListed: [[`AWS ${account}`], itself],
  };
}

function federatedUser(account: string, arn: string, userArn: string): PrincipalCandidate {
  return {
    caller: { kind: 'federated-user', arn, userArn },
    names: new Set([`AWS ${account}`, `AWS ${arn}`, `AWS ${userArn}`]),
    mustBeListed: [[`AWS ${account}`], [`AWS ${arn}`]],
  };
}

function roleSession(
  account: string,
  roleArn: string,
  sessionArn: string,
  uniqueId?: string,
): PrincipalCandidate {
  const role = uniqueId === undefined ? [`AWS ${roleArn}`] : [`AWS ${roleArn}`, `AWS ${uniqueId}`];
  return {
    caller: { kind: 'role-session', roleArn, sessionArn, uniqueId },
    names: new Set([`AWS ${account}`, `AWS ${sessionArn}`, ...role]),
    mustBeListed: [[`AWS ${account}`], role, [`AWS ${sessionArn}`]],
  };
}

/** What is named and is of no form we know: it answers to that text, and to an account in it. */
function unrecognised(text: string): PrincipalCandidate {
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1];
  return {
    caller: { kind: 'unrecognised', text },
    names: new Set([`AWS ${text}`, ...(account === undefined ? [] : [`AWS ${account}`])]),
    mustBeListed: [account === undefined ? [] : [`AWS ${account}`], [`AWS ${text}`]],
  };
}

function bare(caller: RequestPrincipal, names: readonly string[]): PrincipalCandidate {
  return { caller, names: new Set(names), mustBeListed: [] };
}
