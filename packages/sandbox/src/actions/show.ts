import type { Account } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Group, InstanceProfile, Role, User } from '../account/entities.ts';
import { tagsOrNothing } from '../account/tags.ts';
import { encodeDocument } from '../documents/encode.ts';
import { showTrust } from '../documents/trust.ts';
import type * as api from '../wire/iam-api.gen.ts';

/** Entities as the API shows them. Lists show less than Get does, as in AWS. */
export function showUser(account: Account, user: User): api.User {
  return { ...showListedUser(account, user), ...boundary(user), Tags: tagsOrNothing(user.tags) };
}

export function showListedUser(account: Account, user: User): api.User {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: arnOf(account, user),
    CreateDate: user.createdAt,
    PasswordLastUsed: user.passwordLastUsed,
  };
}

export function showGroup(account: Account, group: Group): api.Group {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: arnOf(account, group),
    CreateDate: group.createdAt,
  };
}

export function showRole(account: Account, role: Role): api.Role {
  const { lastUsed } = role;
  return {
    ...showListedRole(account, role),
    ...boundary(role),
    Tags: tagsOrNothing(role.tags),
    RoleLastUsed:
      lastUsed === undefined ? {} : { LastUsedDate: lastUsed.at, Region: lastUsed.region },
  };
}

export function showListedRole(account: Account, role: Role): api.Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: arnOf(account, role),
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encodeDocument(showTrust(account, role.trust)),
    Description: role.description,
    MaxSessionDuration: role.maxSession,
  };
}

export function showInstanceProfile(
  account: Account,
  profile: InstanceProfile,
): api.InstanceProfile {
  const role = profile.role === undefined ? undefined : account.roles.get(profile.role);
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: arnOf(account, profile),
    CreateDate: profile.createdAt,
    Roles: role === undefined ? [] : [showListedRole(account, role)],
    Tags: tagsOrNothing(profile.tags),
  };
}

export function boundary({ boundary: arn }: { readonly boundary?: string | undefined }) {
  return {
    PermissionsBoundary:
      arn === undefined
        ? undefined
        : ({ PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn } as const),
  };
}
