import type { z } from 'zod';
import { awsManagedPolicies } from '../account/aws-managed.ts';
import type { scenarioShape } from './scenario.ts';

type Given = z.infer<typeof scenarioShape>;
type Report = (path: readonly string[], message: string) => void;

/** Policies, groups and roles that are named must exist, in the scenario or in AWS's own list. */
export function checkReferences(given: Given, report: Report): void {
  const groups = new Set(Object.keys(given.groups).map((name) => name.toLowerCase()));
  const roles = new Set(Object.keys(given.roles).map((name) => name.toLowerCase()));
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
  for (const [name, { role }] of Object.entries(given.instanceProfiles)) {
    if (role !== undefined && !roles.has(role.toLowerCase())) {
      report(['instanceProfiles', name, 'role'], `no role ${role}`);
    }
  }
}
