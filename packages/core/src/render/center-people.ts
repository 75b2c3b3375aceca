import type { ResourceSections } from '../model/resource-sections.ts';

export type Center = ResourceSections['identityCenter'];

/** User names that members and assignments mention, each once. */
export function mentionedUsers({ groups, assignments }: Center): readonly string[] {
  const members = Object.values(groups).flatMap((group) => group.members);
  const assigned = assignments.flatMap(({ user }) => user ?? []);
  return [...new Set([...members, ...assigned])];
}

/** Groups that are assigned something and are not declared. */
export function foreignGroups({ groups, assignments }: Center): readonly string[] {
  const assigned = assignments.flatMap(({ group }) => group ?? []);
  return [...new Set(assigned)].filter((name) => !Object.hasOwn(groups, name));
}

/** An assignment for each account that an entry names: ids, or that of whoever uses the template. */
export function singleAssignments({ assignments }: Center) {
  return assignments.flatMap(({ accounts, ...one }) =>
    [...new Set(accounts)].map((account) => ({
      ...one,
      account: account === 'self' ? '{{account}}' : account,
    })),
  );
}

/** Name and path of a policy that every account has: `/team/Read`. */
export function splitPolicyPath(policy: string): { readonly name: string; readonly path: string } {
  const end = policy.lastIndexOf('/') + 1;
  return { name: policy.slice(end), path: policy.slice(0, end) };
}
