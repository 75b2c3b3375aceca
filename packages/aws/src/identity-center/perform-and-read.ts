import type { CallOf, LiveResource, ResourceReference } from '@rolecall/core';
import type { AwsClients } from '../clients.ts';
import type { Sleep } from '../collect/read-context.ts';
import { performCenterCall } from './perform-center-call.ts';
import { performStoreCall } from './perform-store-call.ts';
import { readCenterResource } from './read-center-resource.ts';

export interface Waiting {
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** Carries out one call to Identity Center, to its end where AWS does it in its own time. */
export async function performIdentityCenterCall(
  clients: AwsClients,
  call: CallOf<'sso'> | CallOf<'identitystore'>,
  waiting: Waiting,
): Promise<void> {
  switch (call.action) {
    case 'identitystore:CreateGroup':
    case 'identitystore:UpdateGroup':
    case 'identitystore:DeleteGroup':
    case 'identitystore:CreateGroupMembership':
    case 'identitystore:DeleteGroupMembership':
    case 'identitystore:CreateUser':
    case 'identitystore:UpdateUser':
      return performStoreCall(clients, call);
    default:
      return performCenterCall(clients, call, waiting);
  }
}

/** One resource of Identity Center as it is at this moment. */
export async function readIdentityCenterResource(
  clients: AwsClients,
  resource: Pick<ResourceReference, 'type' | 'name' | 'principalId'>,
): Promise<LiveResource | undefined> {
  return readCenterResource(clients, resource);
}
