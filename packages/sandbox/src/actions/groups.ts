import { sorted } from '../account/account.ts';
import { createGroup } from '../account/create.ts';
import { refuseGroupInUse } from '../account/delete-conflicts.ts';
import { findGroup, findUser } from '../account/find.ts';
import { refuseTaken } from '../account/limits.ts';
import { readNew, refuseTooNew } from '../account/propagation.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showGroup, showListedUser } from './show.ts';

export const groupActions = {
  CreateGroup: ({ account }, { GroupName, Path }) => ({
    Group: showGroup(account, createGroup(account, { name: GroupName, path: Path })),
  }),
  GetGroup: (call, input) => {
    const { account } = call;
    const group = findGroup(account, input.GroupName);
    readNew(account, group.id, `The group with name ${input.GroupName} cannot be found.`);
    const key = group.name.toLowerCase();
    const members = sorted(account.users).filter(({ groups }) => groups.includes(key));
    const { items, rest } = pageOf(call, input, members);
    return {
      Group: showGroup(account, group),
      Users: items.map((user) => showListedUser(account, user)),
      ...rest,
    };
  },
  ListGroups: (call, input) => {
    const groups = sorted(call.account.groups).filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, rest } = pageOf(call, input, groups);
    return { Groups: items.map((group) => showGroup(call.account, group)), ...rest };
  },
  ListGroupsForUser: (call, input) => {
    const { account } = call;
    const { groups } = findUser(account, input.UserName);
    const joined = sorted(account.groups).filter(({ name }) => groups.includes(name.toLowerCase()));
    const { items, rest } = pageOf(call, input, joined);
    return { Groups: items.map((group) => showGroup(account, group)), ...rest };
  },
  UpdateGroup: ({ account }, { GroupName, NewGroupName, NewPath }) => {
    const group = findGroup(account, GroupName);
    const [before, after] = [group.name.toLowerCase(), (NewGroupName ?? group.name).toLowerCase()];
    if (before !== after) {
      refuseTaken(account.groups, after, `Group with name ${NewGroupName} already exists.`);
    }
    account.groups.delete(before);
    group.name = NewGroupName ?? group.name;
    group.path = NewPath ?? group.path;
    account.groups.set(after, group);
    for (const user of account.users.values()) {
      user.groups = user.groups.map((name) => (name === before ? after : name));
    }
    return {};
  },
  DeleteGroup: ({ account }, { GroupName }) => {
    const group = findGroup(account, GroupName);
    refuseGroupInUse(account, group);
    account.groups.delete(group.name.toLowerCase());
    return {};
  },
  AddUserToGroup: ({ account }, { GroupName, UserName }) => {
    const joined = findGroup(account, GroupName);
    const user = findUser(account, UserName);
    refuseTooNew(account, joined);
    refuseTooNew(account, user);
    const group = joined.name.toLowerCase();
    const quota = account.quotas.GroupsPerUserQuota;
    if (user.groups.includes(group)) return {};
    if (user.groups.length >= quota) {
      refuse('LimitExceeded', `Cannot exceed quota for GroupsPerUser: ${quota}`);
    }
    user.groups = [...user.groups, group];
    return {};
  },
  RemoveUserFromGroup: ({ account }, { GroupName, UserName }) => {
    const group = findGroup(account, GroupName).name.toLowerCase();
    const user = findUser(account, UserName);
    if (!user.groups.includes(group)) {
      refuse('NoSuchEntity', `The user with name ${UserName} is not in the group ${GroupName}.`);
    }
    user.groups = user.groups.filter((name) => name !== group);
    return {};
  },
} satisfies IamHandlers;
