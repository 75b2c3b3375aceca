import { refuse } from '../aws-error.ts';
import type { Account } from './account.ts';
import { arnOf } from './arn.ts';
import type { Group, InstanceProfile, ManagedPolicy, Role, User } from './entities.ts';
import { usesOf } from './policy-uses.ts';

type Conflict = readonly [inTheWay: boolean, message: string];

/** What AWS wants gone before a user can be. A permissions boundary may stay. */
export function refuseUserInUse(user: User): void {
  refuseFirst([
    [user.login !== undefined, must('delete login profile')],
    [user.keys.length > 0, must('delete access keys')],
    [user.certificates.length > 0, must('delete signing certificates')],
    [user.sshKeys.length > 0, must('delete SSH public keys')],
    [user.serviceCredentials.length > 0, must('delete service specific credentials')],
    [user.mfa.length > 0, must('delete MFA device')],
    [user.attached.length > 0, must('detach all policies')],
    [user.inline.size > 0, must('delete policies')],
    [user.groups.length > 0, must('remove user from groups')],
  ]);
}

export function refuseGroupInUse(account: Account, group: Group): void {
  const key = group.name.toLowerCase();
  refuseFirst([
    [
      [...account.users.values()].some(({ groups }) => groups.includes(key)),
      must('remove users from group'),
    ],
    [group.attached.length > 0, must('detach all policies')],
    [group.inline.size > 0, must('delete policies')],
  ]);
}

export function refuseRoleInUse(account: Account, role: Role): void {
  const key = role.name.toLowerCase();
  const inProfile = [...account.instanceProfiles.values()].some((profile) => profile.role === key);
  refuseFirst([
    [inProfile, must('remove roles from instance profile')],
    [role.attached.length > 0, must('detach all policies')],
    [role.inline.size > 0, must('delete policies')],
  ]);
}

export function refuseProfileInUse(profile: InstanceProfile): void {
  refuseFirst([[profile.role !== undefined, must('remove roles from instance profile')]]);
}

export function refusePolicyInUse(account: Account, policy: ManagedPolicy): void {
  const { attached, bounded } = usesOf(account, arnOf(account, policy));
  refuseFirst([
    [attached.length + bounded.length > 0, 'Cannot delete a policy attached to entities.'],
    [
      policy.versions.length > 1,
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    ],
  ]);
}

function must(what: string): string {
  return `Cannot delete entity, must ${what} first.`;
}

function refuseFirst(conflicts: readonly Conflict[]): void {
  const found = conflicts.find(([inTheWay]) => inTheWay);
  if (found !== undefined) refuse('DeleteConflict', found[1]);
}
