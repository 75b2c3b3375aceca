import { adminPower, type PolicyDocument } from '@rolecall/policy';
import type { Snapshot } from '../model/snapshot.ts';
import { type JudgeSet, judgeSets } from '../plan/identity-center/administrators.ts';
import type { Setup, SetupPermissionSet } from '../plan/identity-center/setup.ts';

/** A way into an account by Identity Center. */
export interface AssignmentPath {
  readonly key: string;
  /** Its display name, where a group is assigned. */
  readonly group: string | undefined;
  readonly account: string;
  readonly permissionSet: string;
  /** `Group Admins`. */
  readonly principal: string;
  readonly isAdmin: boolean;
  /** Path and name of policies of the account that it names. */
  readonly named: readonly string[];
  /** Those of them that nobody read. */
  readonly unread: readonly string[];
}

/** Every assignment, with what it comes to. */
export function assignmentPaths(
  { assignments, permissionSets }: Setup,
  snapshot: Snapshot,
): readonly AssignmentPath[] {
  const sets = new Map(permissionSets.map((set) => [set.name, set]));
  const judge = judgeSets(snapshot);
  const powers = new Map<string, Power>();
  const powerIn = (set: SetupPermissionSet, account: string) => {
    const key = JSON.stringify([set.name, account]);
    const power = powers.get(key) ?? powerOfSet(set, { account, snapshot, judge });
    powers.set(key, power);
    return power;
  };
  return assignments.map(({ account, permissionSet, principalType, principal }) => {
    const set = sets.get(permissionSet);
    return {
      key: JSON.stringify([account, permissionSet, principalType, principal]),
      group: principalType === 'GROUP' ? principal : undefined,
      account,
      permissionSet,
      principal: `${principalType === 'GROUP' ? 'Group' : 'User'} ${principal}`,
      ...(set === undefined ? noPower : powerIn(set, account)),
    };
  });
}

type Power = Pick<AssignmentPath, 'isAdmin' | 'named' | 'unread'>;

const noPower: Power = { isAdmin: false, named: [], unread: [] };

interface Judging {
  readonly account: string;
  readonly snapshot: Snapshot;
  readonly judge: JudgeSet;
}

/** By AWS's administrator policy, or by what else is known of its policies in the account. */
function powerOfSet(
  set: SetupPermissionSet,
  { account, snapshot: { parts, caller }, judge }: Judging,
): Power {
  if (judge(set, account) !== 'no') return { ...noPower, isAdmin: true };
  if (set.details?.permissionsBoundary !== undefined) return noPower;
  const read = parts.managedDocuments.status === 'known' ? parts.managedDocuments.value : {};
  const here =
    parts.policies.status === 'known' && account === caller.account ? parts.policies.value : [];
  const named = (set.details?.customerPolicies ?? []).map((name) => ({
    name,
    document: here.find(({ path, name: last }) => `${path}${last}` === name)?.document,
  }));
  const documents: readonly PolicyDocument[] = [
    ...set.managedPolicies.flatMap((arn) => read[arn]?.document ?? []),
    ...named.flatMap(({ document }) => document ?? []),
    ...(set.details?.inlinePolicy === undefined ? [] : [set.details.inlinePolicy]),
  ];
  const power = adminPower(documents, caller);
  return {
    isAdmin: power === 'full' || power === 'escalation',
    named: named.map(({ name }) => name),
    unread: named.flatMap(({ name, document }) => (document === undefined ? [name] : [])),
  };
}
