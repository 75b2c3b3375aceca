import type { Group, Role, User } from '../account/entities.ts';
import { findGroup, findRole, findUser } from '../account/find.ts';
import { attach, detach } from '../account/holders.ts';
import { refuseProtected } from '../account/protected.ts';
import type { Call } from '../authorization.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { type PageRequest, pageOf } from './page.ts';

export const attachmentActions = {
  AttachUserPolicy: ({ account }, { UserName, PolicyArn }) => {
    attach(account, findUser(account, UserName), PolicyArn);
    return {};
  },
  AttachGroupPolicy: ({ account }, { GroupName, PolicyArn }) => {
    attach(account, findGroup(account, GroupName), PolicyArn);
    return {};
  },
  AttachRolePolicy: ({ account }, { RoleName, PolicyArn }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    attach(account, role, PolicyArn);
    return {};
  },
  DetachUserPolicy: ({ account }, { UserName, PolicyArn }) => {
    detach(findUser(account, UserName), PolicyArn);
    return {};
  },
  DetachGroupPolicy: ({ account }, { GroupName, PolicyArn }) => {
    detach(findGroup(account, GroupName), PolicyArn);
    return {};
  },
  DetachRolePolicy: ({ account }, { RoleName, PolicyArn }) => {
    const role = findRole(account, RoleName);
    refuseProtected(role);
    detach(role, PolicyArn);
    return {};
  },
  ListAttachedUserPolicies: (call, input) =>
    listAttached(call, input, findUser(call.account, input.UserName)),
  ListAttachedGroupPolicies: (call, input) =>
    listAttached(call, input, findGroup(call.account, input.GroupName)),
  ListAttachedRolePolicies: (call, input) =>
    listAttached(call, input, findRole(call.account, input.RoleName)),
} satisfies IamHandlers;

/** Name and ARN, as several answers show an attachment. */
export function showAttached(arn: string) {
  return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
}

function listAttached(
  call: Call,
  input: PageRequest & { readonly PathPrefix?: string | undefined },
  { attached }: User | Group | Role,
) {
  const prefix = input.PathPrefix ?? '/';
  const wanted = attached.filter((arn) =>
    arn.slice(arn.indexOf(':policy/') + 7).startsWith(prefix),
  );
  const { items, rest } = pageOf(call, input, wanted);
  return { AttachedPolicies: items.map(showAttached), ...rest };
}
