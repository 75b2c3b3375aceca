import type { Diagnostic } from '../model/errors.ts';
import type { ResourceType } from '../model/resource.ts';
import type { Change } from './plan.ts';

type Summary = { readonly [name: string]: number };

/** How GetAccountSummary calls the number of each, and its quota. */
const counted: { readonly [T in ResourceType]?: readonly [count: string, quota: string] } = {
  role: ['Roles', 'RolesQuota'],
  user: ['Users', 'UsersQuota'],
  group: ['Groups', 'GroupsQuota'],
  policy: ['Policies', 'PoliciesQuota'],
  'instance-profile': ['InstanceProfiles', 'InstanceProfilesQuota'],
};

/**
 * Whether the account has room for what the plan creates. Deletes come last, so they make none.
 * Where the account does not tell its numbers, IAM will.
 */
export function checkCounts(changes: readonly Change[], summary: Summary): readonly Diagnostic[] {
  return Object.entries(counted).flatMap(([type, [count, quota]]) => {
    const created = changes.filter((change) => change.type === type && change.kind === 'create');
    const there = summary[count];
    const most = summary[quota];
    if (there === undefined || most === undefined || created.length === 0) return [];
    if (there + created.length <= most) return [];
    return [
      {
        code: 'QUOTA_EXCEEDED',
        message: `The account has ${there} of ${most} ${count} and would get ${created.length} more.`,
        position: created.at(-1)?.position,
        hint: `Ask AWS for a higher ${quota} in Service Quotas, or delete what is not used.`,
      },
    ];
  });
}
