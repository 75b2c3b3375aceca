import { sorted } from '../account/account.ts';
import { createUser } from '../account/create.ts';
import { refuseUserInUse } from '../account/delete-conflicts.ts';
import type { User } from '../account/entities.ts';
import { findUser } from '../account/find.ts';
import { checkBoundary, refuseTaken } from '../account/limits.ts';
import { readNew } from '../account/propagation.ts';
import { addTags, removeTags } from '../account/tags.ts';
import type { Call } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showListedUser, showUser } from './show.ts';

export const userActions = {
  CreateUser: ({ account }, input) => ({
    User: showUser(
      account,
      createUser(account, {
        name: input.UserName,
        path: input.Path,
        tags: input.Tags,
        boundary: input.PermissionsBoundary,
      }),
    ),
  }),
  GetUser: (call, { UserName }) => {
    const user = userOrCaller(call, UserName);
    readNew(call.account, user.id, `The user with name ${user.name} cannot be found.`);
    return { User: showUser(call.account, user) };
  },
  ListUsers: (call, input) => {
    const users = sorted(call.account.users).filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, rest } = pageOf(call, input, users);
    return { Users: items.map((user) => showListedUser(call.account, user)), ...rest };
  },
  UpdateUser: ({ account }, { UserName, NewUserName, NewPath }) => {
    const user = findUser(account, UserName);
    const name = NewUserName ?? user.name;
    if (name.toLowerCase() !== user.name.toLowerCase()) {
      refuseTaken(account.users, name, `User with name ${name} already exists.`);
    }
    account.users.delete(user.name.toLowerCase());
    user.name = name;
    user.path = NewPath ?? user.path;
    account.users.set(name.toLowerCase(), user);
    return {};
  },
  DeleteUser: ({ account }, { UserName }) => {
    const user = findUser(account, UserName);
    refuseUserInUse(user);
    account.users.delete(user.name.toLowerCase());
    return {};
  },
  PutUserPermissionsBoundary: ({ account }, { UserName, PermissionsBoundary }) => {
    const user = findUser(account, UserName);
    checkBoundary(account, PermissionsBoundary);
    user.boundary = PermissionsBoundary;
    return {};
  },
  DeleteUserPermissionsBoundary: ({ account }, { UserName }) => {
    const user = findUser(account, UserName);
    if (user.boundary === undefined) {
      refuse(
        'NoSuchEntity',
        `The user with name ${UserName} does not have a permissions boundary.`,
      );
    }
    user.boundary = undefined;
    return {};
  },
  TagUser: ({ account }, { UserName, Tags }) => {
    const user = findUser(account, UserName);
    user.tags = addTags(user.tags, Tags);
    return {};
  },
  UntagUser: ({ account }, { UserName, TagKeys }) => {
    const user = findUser(account, UserName);
    user.tags = removeTags(user.tags, TagKeys);
    return {};
  },
  ListUserTags: (call, input) => {
    const { items, rest } = pageOf(call, input, findUser(call.account, input.UserName).tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;

/** Many actions take the calling user when none is named. */
export function userOrCaller({ account, caller }: Call, name: string | undefined): User {
  if (name !== undefined) return findUser(account, name);
  const own = /^arn:[^:]+:iam::\d+:user\/(?:.*\/)?([^/]+)$/.exec(caller)?.[1];
  if (own !== undefined) return findUser(account, own);
  return refuse('ValidationError', 'Must specify userName when calling with non-User credentials');
}
