import {
  type Group,
  ListGroupMembershipsCommand,
  ListGroupsCommand,
  ListUsersCommand,
  type User,
} from '@aws-sdk/client-identitystore';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readList } from '../collect/read-list.ts';
import { identityStoreClient } from '../collect/service-clients.ts';
import type { Instance } from './instance.ts';
import type { Setup } from './read-set.ts';

type At = Pick<Instance, 'identityStoreId' | 'region'>;
type SetupUser = Setup['users'][number];
type SetupGroup = Setup['groups'][number];

const actions = {
  users: 'identitystore:ListUsers',
  groups: 'identitystore:ListGroups',
  members: 'identitystore:ListGroupMemberships',
} as const;

/** A call for each hundred people. */
export async function listUsers(
  clients: AwsClients,
  { identityStoreId: IdentityStoreId, region }: At,
): Promise<readonly SetupUser[]> {
  const users = await readList({
    action: actions.users,
    send: (NextToken) =>
      identityStoreClient(clients, region).send(
        new ListUsersCommand({ IdentityStoreId, MaxResults: 100, NextToken }),
      ),
    list: (page) => page.Users,
  });
  return users.map(showUser);
}

/** Without their members. */
export async function listGroups(
  clients: AwsClients,
  { identityStoreId: IdentityStoreId, region }: At,
): Promise<readonly SetupGroup[]> {
  const groups = await readList({
    action: actions.groups,
    send: (NextToken) =>
      identityStoreClient(clients, region).send(
        new ListGroupsCommand({ IdentityStoreId, MaxResults: 100, NextToken }),
      ),
    list: (page) => page.Groups,
  });
  return groups.map(showGroup);
}

/** Ids of users. */
export async function listMembers(
  clients: AwsClients,
  { identityStoreId: IdentityStoreId, region }: At,
  GroupId: string,
): Promise<readonly string[]> {
  const members = await readList({
    action: actions.members,
    send: (NextToken) =>
      identityStoreClient(clients, region).send(
        new ListGroupMembershipsCommand({ IdentityStoreId, GroupId, MaxResults: 100, NextToken }),
      ),
    list: (page) => page.GroupMemberships,
  });
  return members.map(({ MemberId }) =>
    required(
      MemberId && 'UserId' in MemberId ? MemberId.UserId : undefined,
      actions.members,
      'UserId',
    ),
  );
}

export function showUser(user: User): SetupUser {
  const { Name, Emails = [], UserStatus } = user;
  return {
    id: required(user.UserId, actions.users, 'UserId'),
    name: required(user.UserName, actions.users, 'UserName'),
    displayName: user.DisplayName ?? '',
    givenName: Name?.GivenName ?? '',
    familyName: Name?.FamilyName ?? '',
    email: (Emails.find(({ Primary }) => Primary) ?? Emails[0])?.Value,
    external: (user.ExternalIds ?? []).length > 0,
    enabled: UserStatus === undefined ? undefined : UserStatus === 'ENABLED',
  };
}

export function showGroup(group: Group): SetupGroup {
  return {
    id: required(group.GroupId, actions.groups, 'GroupId'),
    name: required(group.DisplayName, actions.groups, 'DisplayName'),
    description: group.Description,
    external: (group.ExternalIds ?? []).length > 0,
  };
}
