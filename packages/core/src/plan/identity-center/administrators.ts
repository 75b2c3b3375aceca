import type { Setup, SetupPermissionSet } from './setup.ts';

/** Somebody who gets into an account by Identity Center as an administrator. */
interface AdministratorPath {
  readonly account: string;
  readonly permissionSet: string;
  /** `group/Admins`. */
  readonly principal: string;
}

/**
 * Assignments that surely make somebody an administrator: the set has AdministratorAccess and no
 * boundary, and the group somebody in it. What is not known counts for nothing.
 */
export function administratorPaths(setup: Setup): readonly AdministratorPath[] {
  const sets = new Set(setup.permissionSets.filter(isAdministrator).map(({ name }) => name));
  return setup.assignments
    .filter(({ permissionSet }) => sets.has(permissionSet))
    .filter((assignment) => reachesSomebody(assignment, setup))
    .map(({ account, permissionSet, principalType, principal }) => ({
      account,
      permissionSet,
      principal: `${principalType.toLowerCase()}/${principal}`,
    }));
}

export function isAdministrator({
  managedPolicies,
  details,
}: Pick<SetupPermissionSet, 'managedPolicies' | 'details'>): boolean {
  return (
    managedPolicies.some((arn) => /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/.test(arn)) &&
    details?.permissionsBoundary === undefined
  );
}

type Assignment = Setup['assignments'][number];

export function reachesSomebody(
  { principalType, principal }: Pick<Assignment, 'principalType' | 'principal'>,
  { users, groups }: Setup,
): boolean {
  if (principalType === 'USER') {
    return users.some(({ name, enabled }) => name === principal && enabled !== false);
  }
  const group = groups.find(({ name }) => name === principal);
  // Who is in a group of another directory is decided there.
  return group !== undefined && (group.external || (group.members ?? []).length > 0);
}
