import { hexadecimal } from '../../account/identifiers.ts';
import type { DirectoryGroup, DirectoryUser } from '../../account/identity-center.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type Group,
  type IdentityStoreInputs,
  type IdentityStoreOutputs,
  identityStoreOperations,
  identityStoreShapes,
  type User,
} from '../../wire/identity-store-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { epoch } from '../epoch.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';
import { findStore } from './instance.ts';

const handlers = {
  DescribeUser: (call, { IdentityStoreId, UserId }) => {
    const user = findStore(call, IdentityStoreId).users.get(UserId);
    return showUser(user ?? missing('USER'), IdentityStoreId);
  },
  DescribeGroup: (call, { IdentityStoreId, GroupId }) => {
    const group = findStore(call, IdentityStoreId).groups.get(GroupId);
    return showGroup(group ?? missing('GROUP'), IdentityStoreId);
  },
  ListUsers: (call, { IdentityStoreId, NextToken, MaxResults, Filters = [] }) => {
    const users = [...findStore(call, IdentityStoreId).users.values()].filter(({ userName }) =>
      Filters.every(({ AttributeValue }) => AttributeValue === userName),
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults }, users);
    return { Users: items.map((one) => showUser(one, IdentityStoreId)), NextToken: next };
  },
  ListGroups: (call, { IdentityStoreId, NextToken, MaxResults, Filters = [] }) => {
    const groups = [...findStore(call, IdentityStoreId).groups.values()].filter(({ displayName }) =>
      Filters.every(({ AttributeValue }) => AttributeValue === displayName),
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults }, groups);
    return { Groups: items.map((one) => showGroup(one, IdentityStoreId)), NextToken: next };
  },
  ListGroupMemberships: (call, { IdentityStoreId, GroupId, NextToken, MaxResults }) => {
    const group = findStore(call, IdentityStoreId).groups.get(GroupId) ?? missing('GROUP');
    const page = { token: NextToken, size: MaxResults };
    const { items, next } = tokenPage(call, page, group.members);
    return {
      GroupMemberships: items.map((UserId) => ({
        IdentityStoreId,
        MembershipId: hexadecimal(`${GroupId}/${UserId}`, 32),
        GroupId,
        MemberId: { UserId },
      })),
      NextToken: next,
    };
  },
} satisfies Handlers<IdentityStoreInputs, IdentityStoreOutputs>;

/** The directory of IAM Identity Center. */
export const identityStoreService = createService<IdentityStoreInputs, IdentityStoreOutputs>({
  name: 'identitystore',
  operations: identityStoreOperations,
  shapes: identityStoreShapes,
  handlers,
  before: authorizeRegional({
    name: 'identitystore',
    resources: ({ account: { partition, identityCenter, id } }, input) => {
      const owner = identityCenter?.ownerAccount ?? id;
      const start = `arn:${partition}:identitystore:`;
      const [user, group] = [text(input, 'UserId'), text(input, 'GroupId')];
      return [
        `${start}:${owner}:identitystore/${text(input, 'IdentityStoreId')}`,
        ...(user === undefined ? [] : [`${start}::user/${user}`]),
        ...(group === undefined ? [] : [`${start}::group/${group}`]),
      ];
    },
  }),
});

function missing(kind: 'USER' | 'GROUP'): never {
  refuse('ResourceNotFoundException', `${kind} not found.`);
}

function showUser(user: DirectoryUser, IdentityStoreId: string): User {
  const { id, userName, displayName, email, status, createdAt } = user;
  return {
    IdentityStoreId,
    UserId: id,
    UserName: userName,
    DisplayName: displayName,
    Emails: email === undefined ? undefined : [{ Value: email, Type: 'work', Primary: true }],
    UserStatus: status,
    CreatedAt: epoch(createdAt),
  };
}

function showGroup(group: DirectoryGroup, IdentityStoreId: string): Group {
  const { id, displayName, description, createdAt } = group;
  return {
    IdentityStoreId,
    GroupId: id,
    DisplayName: displayName,
    Description: description,
    CreatedAt: epoch(createdAt),
  };
}
