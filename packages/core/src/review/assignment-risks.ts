import { resourceKey } from '../model/resource.ts';
import { type Setup, setupOf } from '../plan/identity-center/setup.ts';
import { type AssignmentPath, assignmentPaths } from './assignment-paths.ts';
import type { Cause } from './causes.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/**
 * Who gets into an account by Identity Center that could not, or as an administrator where it could
 * do less. AWS makes the roles for it, so no role of the account shows it beforehand.
 */
export function assignmentRisks({ before, after, plan, desired }: RiskInput): readonly Risk[] {
  const [old, next] = [setupOf(before.parts), setupOf(after.parts)];
  if (old === undefined || next === undefined) return [];
  const known = new Map(assignmentPaths(old, before).map((path) => [path.key, path]));
  return assignmentPaths(next, after).flatMap((path): readonly Risk[] => {
    const earlier = known.get(path.key);
    if (earlier !== undefined && (earlier.isAdmin || !path.isAdmin))
      return joinersOf(path, old, next).map((member) =>
        joined(member, path, { plan, desired, after }),
      );
    const { principal, permissionSet, account, isAdmin, unread } = path;
    const what = `${principal} may use permission set ${permissionSet} in account ${account}`;
    return [
      {
        ...gradeOf(path),
        arn: `arn:${after.caller.partition}:sso:::account/${account}`,
        text: isAdmin
          ? `${principal} becomes an administrator of account ${account} by permission set ${permissionSet}.`
          : unread.length > 0
            ? `${what}; what ${unread.join(', ')} says there is not known.`
            : `${what}.`,
        witness: undefined,
        causes: causesOf(path, { plan, desired }),
      },
    ];
  });
}

/** Members that a group has only afterwards: what it has, they have by joining. */
function joinersOf({ group }: AssignmentPath, old: Setup, next: Setup): readonly string[] {
  if (group === undefined) return [];
  const membersIn = ({ groups }: Setup) => groups.find(({ name }) => name === group)?.members ?? [];
  const known = new Set(membersIn(old));
  return membersIn(next).filter((name) => !known.has(name));
}

function joined(
  member: string,
  path: AssignmentPath,
  { plan, desired, after }: Pick<RiskInput, 'plan' | 'desired' | 'after'>,
): Risk {
  const { group = '', permissionSet, account, isAdmin } = path;
  const key = resourceKey({ type: 'identity-center-group', name: group });
  const declared = desired.find((resource) => resourceKey(resource) === key);
  const change = plan?.changes.find(({ resource }) => resource === key);
  const by = `by joining group ${group} (permission set ${permissionSet})`;
  return {
    ...gradeOf(path),
    arn: `arn:${after.caller.partition}:sso:::account/${account}`,
    text: isAdmin
      ? `User ${member} becomes an administrator of account ${account} ${by}.`
      : `User ${member} gets into account ${account} ${by}.`,
    witness: undefined,
    causes: [{ resource: key, position: (change ?? declared)?.position }],
  };
}

/** A policy of another account may say anything there. */
function gradeOf({ isAdmin, unread }: AssignmentPath): Pick<Risk, 'kind' | 'severity'> {
  if (isAdmin) return { kind: 'administrator', severity: 'critical' };
  return unread.length > 0
    ? { kind: 'undecided', severity: 'high' }
    : { kind: 'granted', severity: 'medium' };
}

function causesOf(
  { account, permissionSet, named }: AssignmentPath,
  { plan, desired }: Pick<RiskInput, 'plan' | 'desired'>,
): readonly Cause[] {
  const changed = new Set((plan?.changes ?? []).map(({ resource }) => resource));
  return desired.flatMap((resource): readonly Cause[] => {
    const isCause =
      resource.type === 'account-assignment'
        ? resource.account === account && resource.permissionSet === permissionSet
        : resource.type === 'policy'
          ? named.includes(`${resource.path}${resource.name}`)
          : resource.type === 'permission-set' && resource.name === permissionSet;
    const key = resourceKey(resource);
    if (!isCause || (plan !== undefined && !changed.has(key))) return [];
    return [{ resource: key, position: resource.position }];
  });
}
