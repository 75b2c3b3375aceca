import type { z } from 'zod';
import { awsManagedPolicies } from '../account/aws-managed.ts';
import type { scenarioShape } from './scenario.ts';

type Given = z.infer<typeof scenarioShape>;
type Report = (path: readonly string[], message: string) => void;

/** Policies, groups and roles that are named must exist, in the scenario or in AWS's own list. */
export function checkReferences(given: Given, report: Report): void {
  const groups = lowerCase(given.groups);
  const roles = lowerCase(given.roles);
  const checkPolicy = (policy: string, path: readonly string[]): void => {
    const known = policy.startsWith('aws:')
      ? awsManagedPolicies().has(policy.slice('aws:'.length))
      : Object.hasOwn(given.policies, policy);
    if (!known) report(path, `no policy ${policy}`);
  };
  for (const kind of ['users', 'groups', 'roles'] as const) {
    for (const [name, entity] of Object.entries(given[kind])) {
      entity.attach.forEach((policy, index) => {
        checkPolicy(policy, [kind, name, 'attach', String(index)]);
      });
    }
  }
  for (const kind of ['users', 'roles'] as const) {
    for (const [name, { boundary }] of Object.entries(given[kind])) {
      if (boundary !== undefined) checkPolicy(boundary, [kind, name, 'boundary']);
    }
  }
  for (const [name, user] of Object.entries(given.users)) {
    for (const group of user.groups) {
      if (!groups.has(group.toLowerCase())) report(['users', name, 'groups'], `no group ${group}`);
    }
  }
  checkIdentityCenter(given, report);
  checkWorkloads(given, report);
  for (const [name, { role }] of Object.entries(given.instanceProfiles)) {
    if (role !== undefined && !roles.has(role.toLowerCase())) {
      report(['instanceProfiles', name, 'role'], `no role ${role}`);
    }
  }
}

/** Members, and who is assigned what. */
function checkIdentityCenter({ identityCenter }: Given, report: Report): void {
  if (identityCenter === undefined) return;
  const { users, groups, permissionSets, assignments } = identityCenter;
  for (const [name, { members }] of Object.entries(groups)) {
    for (const member of members) {
      if (Object.hasOwn(users, member)) continue;
      report(['identityCenter', 'groups', name, 'members'], `no user ${member}`);
    }
  }
  assignments.forEach(({ permissionSet, user, group, orphaned }, index) => {
    const path = ['identityCenter', 'assignments', String(index)];
    if (!Object.hasOwn(permissionSets, permissionSet)) {
      report([...path, 'permissionSet'], `no permission set ${permissionSet}`);
    }
    if (orphaned) return;
    if (user !== undefined && !Object.hasOwn(users, user)) {
      report([...path, 'user'], `no user ${user}`);
    }
    if (group !== undefined && !Object.hasOwn(groups, group)) {
      report([...path, 'group'], `no group ${group}`);
    }
  });
}

/** Profiles of instances, roles of stacks, and whose use of services is told. */
function checkWorkloads(given: Given, report: Report): void {
  const names = {
    user: lowerCase(given.users),
    group: lowerCase(given.groups),
    role: lowerCase(given.roles),
  };
  const profiles = lowerCase(given.instanceProfiles);
  given.instances.forEach(({ profile }, index) => {
    if (profile === undefined || profiles.has(profile.toLowerCase())) return;
    report(['instances', String(index), 'profile'], `no instance profile ${profile}`);
  });
  given.stacks.forEach(({ role }, index) => {
    if (role === undefined || names.role.has(role.toLowerCase())) return;
    report(['stacks', String(index), 'role'], `no role ${role}`);
  });
  for (const key of Object.keys(given.lastAccessed)) {
    const [kind, name = ''] = key.toLowerCase().split('/');
    const known = kind === 'user' ? names.user : kind === 'group' ? names.group : names.role;
    if (!known.has(name)) report(['lastAccessed', key], `no ${key}`);
  }
}

function lowerCase(entities: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(Object.keys(entities).map((name) => name.toLowerCase()));
}
