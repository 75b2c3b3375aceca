import {
  DescribeGroupCommand,
  DescribeUserCommand,
  ListGroupMembershipsCommand,
} from '@aws-sdk/client-identitystore';
import { ask, nothingOn, required } from '../../ask.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { identityStoreClient } from '../service-clients.ts';
import type { Assignment } from './assignments.ts';
import type { InstanceIn } from './permission-sets.ts';

const actions = {
  user: 'identitystore:DescribeUser',
  group: 'identitystore:DescribeGroup',
  members: 'identitystore:ListGroupMemberships',
} as const;

/** Users and groups of one identity store by their ids; each is asked for once. */
export interface Principals {
  readonly user: (id: string) => Promise<Assignment>;
  readonly group: (id: string) => Promise<Assignment>;
}

export function createPrincipals(instance: InstanceIn, reader: Reader): Principals {
  return {
    user: onceEach((id) => readUser(id, instance, reader)),
    group: onceEach((id) => readGroup(id, instance, reader)),
  };
}

function onceEach<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const started = new Map<string, Promise<T>>();
  return (id) => {
    const reading = started.get(id) ?? read(id);
    started.set(id, reading);
    return reading;
  };
}

/** Without a name where the user is gone and the assignment is left. */
async function readUser(
  id: string,
  { identityStoreId, region }: InstanceIn,
  { clients, signal }: Reader,
): Promise<Assignment> {
  const command = new DescribeUserCommand({ IdentityStoreId: identityStoreId, UserId: id });
  const user = await ask(actions.user, () =>
    identityStoreClient(clients, region).send(command, { abortSignal: signal }),
  ).catch(nothingOn('ResourceNotFound'));
  if (user === undefined) return { principalType: 'USER', principalId: id };
  required(user.UserId, actions.user, 'UserId');
  return {
    principalType: 'USER',
    principalId: id,
    principalName: user.UserName,
    enabled: user.UserStatus === undefined ? undefined : user.UserStatus === 'ENABLED',
  };
}

async function readGroup(
  id: string,
  { identityStoreId, region }: InstanceIn,
  { clients, signal }: Reader,
): Promise<Assignment> {
  const client = identityStoreClient(clients, region);
  const key = { IdentityStoreId: identityStoreId, GroupId: id };
  const options = { abortSignal: signal };
  const group = await ask(actions.group, () =>
    client.send(new DescribeGroupCommand(key), options),
  ).catch(nothingOn('ResourceNotFound'));
  if (group === undefined) return { principalType: 'GROUP', principalId: id };
  required(group.GroupId, actions.group, 'GroupId');
  const members = await readList({
    action: actions.members,
    send: (NextToken) =>
      client.send(new ListGroupMembershipsCommand({ ...key, MaxResults: 100, NextToken }), options),
    list: (page) => page.GroupMemberships,
  });
  return {
    principalType: 'GROUP',
    principalId: id,
    principalName: group.DisplayName,
    memberCount: members.length,
  };
}
