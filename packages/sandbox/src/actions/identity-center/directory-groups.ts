import { now } from '../../account/account.ts';
import { uuid } from '../../account/identifiers.ts';
import { type DirectoryGroup, groupId } from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  Group,
  IdentityStoreInputs,
  IdentityStoreOutputs,
} from '../../wire/identity-store-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { externalIds, missing, textOperations, uniqueText } from './directory-values.ts';
import { findStore } from './instance.ts';

export const groupActions = {
  DescribeGroup: (call, { IdentityStoreId, GroupId }) =>
    showGroup(findGroup(call, IdentityStoreId, GroupId), IdentityStoreId),
  GetGroupId: (call, { IdentityStoreId, AlternateIdentifier }) => {
    const name = uniqueText(AlternateIdentifier, 'displayName');
    const groups = [...findStore(call, IdentityStoreId).groups.values()];
    const group = groups.find(({ displayName }) => displayName === name) ?? missing('GROUP');
    return { IdentityStoreId, GroupId: group.id };
  },
  ListGroups: (call, { IdentityStoreId, NextToken, MaxResults, Filters = [] }) => {
    const groups = [...findStore(call, IdentityStoreId).groups.values()].filter(({ displayName }) =>
      Filters.every(({ AttributeValue }) => AttributeValue === displayName),
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults }, groups);
    return { Groups: items.map((one) => showGroup(one, IdentityStoreId)), NextToken: next };
  },
  ListGroupMemberships: (call, { IdentityStoreId, GroupId, NextToken, MaxResults }) => {
    const group = findGroup(call, IdentityStoreId, GroupId);
    const page = { token: NextToken, size: MaxResults };
    const { items, next } = tokenPage(call, page, group.members);
    return {
      GroupMemberships: items.map((UserId) => ({
        IdentityStoreId,
        MembershipId: membershipId(GroupId, UserId),
        GroupId,
        MemberId: { UserId },
      })),
      NextToken: next,
    };
  },
  CreateGroup: (call, { IdentityStoreId, DisplayName, Description }) => {
    const { groups } = findStore(call, IdentityStoreId);
    if (DisplayName === undefined) {
      return refuse('ValidationError', 'DisplayName is a required attribute.');
    }
    refuseTaken(groups, DisplayName);
    const id = groupId(DisplayName);
    groups.set(id, {
      id,
      displayName: DisplayName,
      description: Description,
      createdAt: now(call.account),
      external: false,
      members: [],
    });
    return { IdentityStoreId, GroupId: id };
  },
  UpdateGroup: (call, { IdentityStoreId, GroupId, Operations }) => {
    const group = findGroup(call, IdentityStoreId, GroupId);
    for (const { path, text } of textOperations(Operations)) {
      if (path === 'description') group.description = text;
      else if (path === 'displayname' && text !== undefined) {
        refuseTaken(findStore(call, IdentityStoreId).groups, text);
        group.displayName = text;
      } else refuse('ValidationError', `Attribute ${path} cannot be updated.`);
    }
    return {};
  },
  /** Assignments of the group go with it. */
  DeleteGroup: (call, { IdentityStoreId, GroupId }) => {
    const center = findStore(call, IdentityStoreId);
    const { id } = findGroup(call, IdentityStoreId, GroupId);
    center.groups.delete(id);
    center.assignments = center.assignments.filter(({ principalId }) => principalId !== id);
    return {};
  },
  CreateGroupMembership: (call, { IdentityStoreId, GroupId, MemberId }) => {
    const group = findGroup(call, IdentityStoreId, GroupId);
    const { UserId = '' } = MemberId;
    if (!findStore(call, IdentityStoreId).users.has(UserId)) missing('USER');
    if (group.members.includes(UserId)) {
      refuse('ConflictException', 'Member and Group relationship already exists.');
    }
    group.members = [...group.members, UserId];
    return { IdentityStoreId, MembershipId: membershipId(GroupId, UserId) };
  },
  GetGroupMembershipId: (call, { IdentityStoreId, GroupId, MemberId }) => {
    const { members } = findGroup(call, IdentityStoreId, GroupId);
    const { UserId = '' } = MemberId;
    if (!members.includes(UserId)) missing('MEMBERSHIP');
    return { IdentityStoreId, MembershipId: membershipId(GroupId, UserId) };
  },
  DeleteGroupMembership: (call, { IdentityStoreId, MembershipId }) => {
    const { groups } = findStore(call, IdentityStoreId);
    const isIt = (group: DirectoryGroup, user: string) =>
      membershipId(group.id, user) === MembershipId;
    const group =
      [...groups.values()].find((one) => one.members.some((user) => isIt(one, user))) ??
      missing('MEMBERSHIP');
    group.members = group.members.filter((user) => !isIt(group, user));
    return {};
  },
} satisfies Handlers<IdentityStoreInputs, IdentityStoreOutputs>;

function findGroup(call: Call, storeId: string, id: string): DirectoryGroup {
  return findStore(call, storeId).groups.get(id) ?? missing('GROUP');
}

function membershipId(group: string, user: string): string {
  return uuid(`${group}/${user}`);
}

function refuseTaken(groups: ReadonlyMap<string, DirectoryGroup>, name: string): void {
  const isTaken = [...groups.values()].some(
    ({ displayName }) => displayName.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) refuse('ConflictException', 'Duplicate GroupDisplayName');
}

function showGroup(group: DirectoryGroup, IdentityStoreId: string): Group {
  const { id, displayName, description, createdAt } = group;
  return {
    IdentityStoreId,
    GroupId: id,
    DisplayName: displayName,
    ExternalIds: externalIds(group),
    Description: description,
    CreatedAt: epoch(createdAt),
  };
}
