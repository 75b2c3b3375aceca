import type { User } from '../model/snapshot.ts';
import { setupOf } from '../plan/identity-center/setup.ts';
import type { Judged, Subject } from './judged.ts';
import type { Place } from './refusal-at.ts';
import type { Named } from './resource-pattern.ts';

type Holdings = Pick<User, 'attachedPolicies' | 'inlinePolicies' | 'permissionsBoundary'>;

/** A permission set in an account, which gives to its role what a user would have by these. */
interface AffectedSet extends Named {
  readonly holdings: Holdings;
  readonly cause: Place;
}

/**
 * Permission sets that a plan changes, assigns to somebody, or whose group somebody joins by it; one
 * that names policies of accounts, for each account that has it: only those of this one are known.
 */
export function affectedSets(judged: Judged): readonly AffectedSet[] {
  const kept = judged.subjects.filter(({ kind }) => kind === 'kept');
  const causes = kept.flatMap((cause) => setsOf(cause, judged).map((name) => ({ name, cause })));
  const first = new Map(causes.toReversed().map(({ name, cause }) => [name, cause]));
  return [...first].flatMap(([name, cause]) => {
    const policies = policiesOf(name, judged);
    if (policies === undefined) return [];
    const arn = cause.type === 'permission-set' ? (cause.arns.at(-1) ?? '') : policies.arn;
    return accountsOf(policies, name, judged).map((account) => ({
      type: 'permission-set' as const,
      name,
      arn,
      cause,
      holdings: holdingsIn(account, policies, judged),
    }));
  });
}

/** Names of those that a subject changes, or gives to somebody. */
function setsOf({ type, name, desired, calls }: Subject, { after }: Judged): readonly string[] {
  if (type === 'permission-set') return [name];
  if (desired?.type === 'account-assignment') return [desired.permissionSet];
  const joins = calls.some(({ action }) => action === 'identitystore:CreateGroupMembership');
  if (!joins) return [];
  return (setupOf(after.parts)?.assignments ?? [])
    .filter(({ principalType, principal }) => principalType === 'GROUP' && isSame(principal, name))
    .map(({ permissionSet }) => permissionSet);
}

interface SetPolicies {
  readonly arn: string;
  readonly managedPolicies: readonly string[];
  readonly customerPolicies: readonly string[];
  readonly inlinePolicy: User['inlinePolicies'][number]['document'] | undefined;
  readonly permissionsBoundary: string | undefined;
  /** Ids of accounts that have its role. */
  readonly accounts: readonly string[];
}

/** As it will be; without an account, as it is declared. */
function policiesOf(name: string, { after, subjects }: Judged): SetPolicies | undefined {
  const there = setupOf(after.parts)?.permissionSets.find((set) => isSame(set.name, name));
  const subject = subjects.find(
    (each) => each.type === 'permission-set' && isSame(each.name, name),
  );
  const wanted = subject?.desired?.type === 'permission-set' ? subject.desired : undefined;
  if (there === undefined) return wanted && { ...wanted, arn: '', accounts: [] };
  const {
    customerPolicies = [],
    inlinePolicy,
    permissionsBoundary,
  } = there.details ?? wanted ?? {};
  const { arn, managedPolicies, details } = there;
  const accounts = details?.accounts ?? [];
  return { arn, managedPolicies, customerPolicies, inlinePolicy, permissionsBoundary, accounts };
}

/** Names of Identity Center differ in more than their case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** One is enough where all accounts have the same. */
function accountsOf(
  { customerPolicies, permissionsBoundary = '', accounts }: SetPolicies,
  set: string,
  { account, after, subjects }: Judged,
): readonly string[] {
  if (customerPolicies.length === 0 && !permissionsBoundary.startsWith('/')) return [account];
  const declared = subjects.flatMap(({ desired }) =>
    desired?.type === 'account-assignment' ? [desired] : [],
  );
  const assigned = [...declared, ...(setupOf(after.parts)?.assignments ?? [])]
    .filter(({ permissionSet }) => isSame(permissionSet, set))
    .map((each) => each.account);
  const all = new Set([...accounts, ...assigned]);
  return all.size === 0 ? [account] : [...all];
}

function holdingsIn(
  account: string,
  { managedPolicies, customerPolicies, inlinePolicy, permissionsBoundary }: SetPolicies,
  { partition }: Judged,
): Holdings {
  const arnOf = (policy: string) =>
    policy.startsWith('/') ? `arn:${partition}:iam::${account}:policy${policy}` : policy;
  return {
    attachedPolicies: [...managedPolicies, ...customerPolicies].map(arnOf).map((arn) => ({
      name: arn.slice(arn.lastIndexOf('/') + 1),
      arn,
    })),
    inlinePolicies:
      inlinePolicy === undefined ? [] : [{ name: 'AwsSSOInlinePolicy', document: inlinePolicy }],
    ...(permissionsBoundary === undefined
      ? {}
      : { permissionsBoundary: arnOf(permissionsBoundary) }),
  };
}
