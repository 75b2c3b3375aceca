import { adminPower, type PolicyDocument } from '@rolecall/policy';
import { resourceKey } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type JudgeSet, judgeSets } from '../plan/identity-center/administrators.ts';
import { type Setup, type SetupPermissionSet, setupOf } from '../plan/identity-center/setup.ts';
import type { Cause } from './causes.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/**
 * Who gets into an account by Identity Center that could not, or as an administrator where it could
 * do less. AWS makes the roles for it, so no role of the account shows it beforehand.
 */
export function assignmentRisks({ before, after, plan, desired }: RiskInput): readonly Risk[] {
  const [old, next] = [setupOf(before.parts), setupOf(after.parts)];
  if (old === undefined || next === undefined) return [];
  const known = new Map(pathsIn(old, before).map((path) => [path.key, path]));
  return pathsIn(next, after).flatMap((path): readonly Risk[] => {
    const earlier = known.get(path.key);
    if (earlier !== undefined && (earlier.isAdmin || !path.isAdmin))
      return joinersOf(path, old, next).map((member) =>
        joined(member, path, { plan, desired, after }),
      );
    const { principal, permissionSet, account, isAdmin } = path;
    return [
      {
        kind: isAdmin ? 'administrator' : 'granted',
        severity: isAdmin ? 'critical' : 'medium',
        arn: `arn:${after.caller.partition}:sso:::account/${account}`,
        text: isAdmin
          ? `${principal} becomes an administrator of account ${account} by permission set ${permissionSet}.`
          : `${principal} may use permission set ${permissionSet} in account ${account}.`,
        witness: undefined,
        causes: causesOf(path, { plan, desired }),
      },
    ];
  });
}

/** Members that a group has only afterwards: what it has, they have by joining. */
function joinersOf({ group }: Path, old: Setup, next: Setup): readonly string[] {
  if (group === undefined) return [];
  const membersIn = ({ groups }: Setup) => groups.find(({ name }) => name === group)?.members ?? [];
  const known = new Set(membersIn(old));
  return membersIn(next).filter((name) => !known.has(name));
}

function joined(
  member: string,
  { group = '', permissionSet, account, isAdmin }: Path,
  { plan, desired, after }: Pick<RiskInput, 'plan' | 'desired' | 'after'>,
): Risk {
  const key = resourceKey({ type: 'identity-center-group', name: group });
  const declared = desired.find((resource) => resourceKey(resource) === key);
  const change = plan?.changes.find(({ resource }) => resource === key);
  const by = `by joining group ${group} (permission set ${permissionSet})`;
  return {
    kind: isAdmin ? 'administrator' : 'granted',
    severity: isAdmin ? 'critical' : 'medium',
    arn: `arn:${after.caller.partition}:sso:::account/${account}`,
    text: isAdmin
      ? `User ${member} becomes an administrator of account ${account} ${by}.`
      : `User ${member} gets into account ${account} ${by}.`,
    witness: undefined,
    causes: [{ resource: key, position: (change ?? declared)?.position }],
  };
}

interface Path {
  readonly key: string;
  /** Its display name, where a group is assigned. */
  readonly group: string | undefined;
  readonly account: string;
  readonly permissionSet: string;
  /** `Group Admins`. */
  readonly principal: string;
  readonly isAdmin: boolean;
}

function pathsIn({ assignments, permissionSets }: Setup, snapshot: Snapshot): readonly Path[] {
  const sets = new Map(permissionSets.map((set) => [set.name, set]));
  const judge = judgeSets(snapshot);
  return assignments.map(({ account, permissionSet, principalType, principal }) => {
    const set = sets.get(permissionSet);
    return {
      key: JSON.stringify([account, permissionSet, principalType, principal]),
      group: principalType === 'GROUP' ? principal : undefined,
      account,
      permissionSet,
      principal: `${principalType === 'GROUP' ? 'Group' : 'User'} ${principal}`,
      isAdmin: set !== undefined && makesAdministrator(set, { account, snapshot, judge }),
    };
  });
}

interface Making {
  readonly account: string;
  readonly snapshot: Snapshot;
  readonly judge: JudgeSet;
}

/** By AWS's administrator policy, or by what else is known of its policies. */
function makesAdministrator(
  set: SetupPermissionSet,
  { account, snapshot: { parts, caller }, judge }: Making,
): boolean {
  if (judge(set, account) !== 'no') return true;
  if (set.details?.permissionsBoundary !== undefined) return false;
  const read = parts.managedDocuments.status === 'known' ? parts.managedDocuments.value : {};
  const documents: readonly PolicyDocument[] = [
    ...set.managedPolicies.flatMap((arn) => read[arn]?.document ?? []),
    ...(set.details?.inlinePolicy === undefined ? [] : [set.details.inlinePolicy]),
  ];
  const power = adminPower(documents, caller);
  return power === 'full' || power === 'escalation';
}

function causesOf(
  { account, permissionSet }: Path,
  { plan, desired }: Pick<RiskInput, 'plan' | 'desired'>,
): readonly Cause[] {
  const changed = new Set((plan?.changes ?? []).map(({ resource }) => resource));
  return desired.flatMap((resource): readonly Cause[] => {
    const isCause =
      resource.type === 'account-assignment'
        ? resource.account === account && resource.permissionSet === permissionSet
        : resource.type === 'permission-set' && resource.name === permissionSet;
    const key = resourceKey(resource);
    if (!isCause || (plan !== undefined && !changed.has(key))) return [];
    return [{ resource: key, position: resource.position }];
  });
}
