import { DescribeGroupCommand, DescribeUserCommand } from '@aws-sdk/client-identitystore';
import {
  isPrincipalId,
  type LiveOf,
  type LiveResource,
  type ResourceReference,
} from '@rolecall/core';
import type { AwsClients } from '../clients.ts';
import { mapLimit } from '../collect/map-limit.ts';
import { identityStoreClient } from '../collect/service-clients.ts';
import { askCenter, noneIfMissing } from './ask-center.ts';
import { findGroupId, findUserId } from './directory-ids.ts';
import { findInstance, type Instance } from './instance.ts';
import { findPermissionSetArn, forgetPermissionSet } from './permission-set-arns.ts';
import { listAssigned } from './read-assignments.ts';
import { listMembers, showGroup, showUser } from './read-directory.ts';
import { readSet, readSetDetails } from './read-set.ts';

/** One resource of Identity Center as it is at this moment, as plans compare it. */
export async function readCenterResource(
  clients: AwsClients,
  { type, name, principalId }: Pick<ResourceReference, 'type' | 'name' | 'principalId'>,
): Promise<LiveResource | undefined> {
  const instance = await findInstance(clients);
  if (instance === undefined) return undefined;
  switch (type) {
    case 'permission-set':
      return readLiveSet(clients, instance, name);
    case 'identity-center-group':
      return readLiveGroup(clients, instance, name);
    case 'identity-center-user':
      return readLiveUser(clients, instance, name);
    case 'account-assignment':
      return readLiveAssignment(clients, instance, { name, principalId });
    default:
      return undefined;
  }
}

async function readLiveSet(
  clients: AwsClients,
  instance: Instance,
  name: string,
): Promise<LiveOf<'permission-set'> | undefined> {
  const found = await findSet(clients, instance, name);
  if (found === undefined) return undefined;
  const { customerPolicies, inlinePolicy, permissionsBoundary, accounts, outdated } =
    await readSetDetails(clients, instance, found.arn);
  return {
    type: 'permission-set',
    ...found,
    description: found.description,
    relayState: found.relayState,
    customerPolicies,
    inlinePolicy,
    permissionsBoundary,
    accounts,
    outdated,
  };
}

/** What was kept of a set may be of one that is gone: then it is looked for anew. */
async function findSet(clients: AwsClients, instance: Instance, name: string) {
  const kept = await findPermissionSetArn(clients, instance, name);
  if (kept === undefined) return undefined;
  const found = await readSet(clients, instance, kept).catch(noneIfMissing);
  if (found !== undefined) return found;
  forgetPermissionSet(clients, name);
  const arn = await findPermissionSetArn(clients, instance, name);
  return arn === undefined ? undefined : readSet(clients, instance, arn);
}

async function readLiveGroup(
  clients: AwsClients,
  instance: Instance,
  name: string,
): Promise<LiveOf<'identity-center-group'> | undefined> {
  const GroupId = await findGroupId(clients, instance, name).catch(noneIfMissing);
  if (GroupId === undefined) return undefined;
  const { identityStoreId: IdentityStoreId, region } = instance;
  const command = new DescribeGroupCommand({ IdentityStoreId, GroupId });
  const group = await askCenter('identitystore:DescribeGroup', GroupId, () =>
    identityStoreClient(clients, region).send(command),
  ).catch(noneIfMissing);
  if (group === undefined) return undefined;
  const members = await mapLimit(await listMembers(clients, instance, GroupId), async (id) => {
    const user = await describeUser(clients, instance, id);
    return user?.name ?? id;
  });
  const { description, ...shown } = showGroup(group);
  return { type: 'identity-center-group', ...shown, description, members };
}

async function readLiveUser(
  clients: AwsClients,
  instance: Instance,
  name: string,
): Promise<LiveOf<'identity-center-user'> | undefined> {
  const id = await findUserId(clients, instance, name).catch(noneIfMissing);
  const user = id === undefined ? undefined : await describeUser(clients, instance, id);
  if (user === undefined) return undefined;
  const { email, enabled: _, ...shown } = user;
  return { type: 'identity-center-user', ...shown, email };
}

async function describeUser(
  clients: AwsClients,
  { identityStoreId: IdentityStoreId, region }: Instance,
  UserId: string,
) {
  const command = new DescribeUserCommand({ IdentityStoreId, UserId });
  const user = await askCenter('identitystore:DescribeUser', UserId, () =>
    identityStoreClient(clients, region).send(command),
  ).catch(noneIfMissing);
  return user && showUser(user);
}

/** `111122223333/Admin/group/Admins`; only the last may hold a slash. */
async function readLiveAssignment(
  clients: AwsClients,
  instance: Instance,
  { name, principalId }: Pick<ResourceReference, 'name' | 'principalId'>,
): Promise<LiveOf<'account-assignment'> | undefined> {
  const [account = '', permissionSet = '', kind = '', ...rest] = name.split('/');
  const principal = rest.join('/');
  const principalType = kind === 'group' ? 'GROUP' : 'USER';
  const set = await findSet(clients, instance, permissionSet);
  const find = kind === 'group' ? findGroupId : findUserId;
  // AWS keeps what is assigned to a group of another name by now, or to nobody any more.
  const id =
    principalId ??
    (await find(clients, instance, principal).catch(noneIfMissing)) ??
    (isPrincipalId(principal) ? principal : undefined);
  if (set === undefined || id === undefined) return undefined;
  const assigned = await listAssigned(clients, instance, { arn: set.arn, account });
  const isThere = assigned.some(
    (one) => one.principalType === principalType && one.principalId === id,
  );
  if (!isThere) return undefined;
  const { tags } = set;
  return {
    type: 'account-assignment',
    name,
    account,
    permissionSet: set.name,
    principalType,
    principal,
    principalId: id,
    tags,
  };
}
