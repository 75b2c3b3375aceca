import type { Group, Role, User } from '../account/entities.ts';
import { findGroup, findRole, findUser } from '../account/find.ts';
import { deleteInline, getInline, putInline } from '../account/holders.ts';
import { refuseProtected } from '../account/protected.ts';
import type { Call } from '../authorization.ts';
import { encodeDocument } from '../documents/encode.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { type PageRequest, pageOf } from './page.ts';

export const inlinePolicyActions = {
  PutUserPolicy: ({ account }, input) => {
    putInline(account, findUser(account, input.UserName), input);
    return {};
  },
  PutGroupPolicy: ({ account }, input) => {
    putInline(account, findGroup(account, input.GroupName), input);
    return {};
  },
  PutRolePolicy: ({ account }, input) => {
    const role = findRole(account, input.RoleName);
    refuseProtected(role);
    putInline(account, role, input);
    return {};
  },
  GetUserPolicy: ({ account }, { UserName, PolicyName }) => ({
    UserName,
    PolicyName,
    PolicyDocument: encodeDocument(getInline(findUser(account, UserName), PolicyName)),
  }),
  GetGroupPolicy: ({ account }, { GroupName, PolicyName }) => ({
    GroupName,
    PolicyName,
    PolicyDocument: encodeDocument(getInline(findGroup(account, GroupName), PolicyName)),
  }),
  GetRolePolicy: ({ account }, { RoleName, PolicyName }) => ({
    RoleName,
    PolicyName,
    PolicyDocument: encodeDocument(getInline(findRole(account, RoleName), PolicyName)),
  }),
  ListUserPolicies: (call, input) =>
    listInline(call, input, findUser(call.account, input.UserName)),
  ListGroupPolicies: (call, input) =>
    listInline(call, input, findGroup(call.account, input.GroupName)),
  ListRolePolicies: (call, input) =>
    listInline(call, input, findRole(call.account, input.RoleName)),
  DeleteUserPolicy: ({ account }, { UserName, PolicyName }) => {
    deleteInline(findUser(account, UserName), PolicyName);
    return {};
  },
  DeleteGroupPolicy: ({ account }, { GroupName, PolicyName }) => {
    deleteInline(findGroup(account, GroupName), PolicyName);
    return {};
  },
  DeleteRolePolicy: ({ account }, { RoleName, PolicyName }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    deleteInline(role, PolicyName);
    return {};
  },
} satisfies IamHandlers;

function listInline(call: Call, input: PageRequest, { inline }: User | Group | Role) {
  const { items, rest } = pageOf(call, input, [...inline.keys()].sort());
  return { PolicyNames: items, ...rest };
}
