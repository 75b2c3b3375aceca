import { sorted } from '../account/account.ts';
import { createRole } from '../account/create.ts';
import { refuseRoleInUse } from '../account/delete-conflicts.ts';
import { findRole } from '../account/find.ts';
import { checkBoundary, checkTrustSize } from '../account/limits.ts';
import { readNew } from '../account/propagation.ts';
import { refuseProtected } from '../account/protected.ts';
import { addTags, removeTags } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import { storeTrust } from '../documents/trust.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showListedRole, showRole } from './show.ts';

export const roleActions = {
  CreateRole: ({ account }, input) => {
    const role = createRole(account, {
      name: input.RoleName,
      path: input.Path,
      tags: input.Tags,
      trust: input.AssumeRolePolicyDocument,
      description: input.Description,
      maxSession: input.MaxSessionDuration,
      boundary: input.PermissionsBoundary,
    });
    return { Role: { ...showRole(account, role), RoleLastUsed: undefined } };
  },
  GetRole: ({ account }, { RoleName }) => {
    const role = findRole(account, RoleName);
    readNew(account, role.id, `The role with name ${RoleName} cannot be found.`);
    return { Role: showRole(account, role) };
  },
  ListRoles: (call, input) => {
    const roles = sorted(call.account.roles).filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, rest } = pageOf(call, input, roles);
    return { Roles: items.map((role) => showListedRole(call.account, role)), ...rest };
  },
  /** What is left out falls back: the session to one hour. */
  UpdateRole: ({ account }, { RoleName, Description, MaxSessionDuration }) => {
    const role = findRole(account, RoleName);
    if (MaxSessionDuration !== undefined) refuseProtected(role);
    const isProtected = /^\/(aws-service-role|aws-reserved)\//.test(role.path);
    role.description = Description ?? role.description;
    if (!isProtected) role.maxSession = MaxSessionDuration ?? 3600;
    return {};
  },
  UpdateRoleDescription: ({ account }, { RoleName, Description }) => {
    const role = findRole(account, RoleName);
    role.description = Description;
    return { Role: showRole(account, role) };
  },
  UpdateAssumeRolePolicy: ({ account }, { RoleName, PolicyDocument }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    const trust = storeTrust(account, PolicyDocument);
    checkTrustSize(account, PolicyDocument);
    role.trust = trust;
    return {};
  },
  DeleteRole: ({ account }, { RoleName }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    refuseRoleInUse(account, role);
    account.roles.delete(role.name.toLowerCase());
    return {};
  },
  PutRolePermissionsBoundary: ({ account }, { RoleName, PermissionsBoundary }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    checkBoundary(account, PermissionsBoundary);
    role.boundary = PermissionsBoundary;
    return {};
  },
  DeleteRolePermissionsBoundary: ({ account }, { RoleName }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    if (role.boundary === undefined) {
      refuse(
        'NoSuchEntity',
        `The role with name ${RoleName} does not have a permissions boundary.`,
      );
    }
    role.boundary = undefined;
    return {};
  },
  TagRole: ({ account }, { RoleName, Tags }) => {
    const role = findRole(account, RoleName);
    role.tags = addTags(role.tags, Tags);
    return {};
  },
  UntagRole: ({ account }, { RoleName, TagKeys }) => {
    const role = findRole(account, RoleName);
    role.tags = removeTags(role.tags, TagKeys);
    return {};
  },
  ListRoleTags: (call, input) => {
    const { items, rest } = pageOf(call, input, findRole(call.account, input.RoleName).tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;
