import * as sso from '@aws-sdk/client-sso-admin';
import type { CallOf } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { identityCenterClient } from '../collect/service-clients.ts';
import { askCenter } from './ask-center.ts';
import { awaitRequest, type RequestStatus } from './await-request.ts';
import { findGroupId, findUserId, requireGone } from './directory-ids.ts';
import { findInstance } from './instance.ts';
import type { Waiting } from './perform-and-read.ts';

type AwaitedCall = Extract<
  CallOf<'sso'>,
  {
    readonly action:
      | 'sso:CreateAccountAssignment'
      | 'sso:DeleteAccountAssignment'
      | 'sso:ProvisionPermissionSet';
  }
>;
type AssignmentCall = Exclude<AwaitedCall, { readonly action: 'sso:ProvisionPermissionSet' }>;

interface Doing extends Waiting {
  readonly PermissionSetArn: string;
}

/** Asks for it, and waits until AWS has done it. */
export async function performAssignment(
  clients: AwsClients,
  call: AwaitedCall,
  { PermissionSetArn, ...waiting }: Doing,
): Promise<void> {
  const { action, input, region = '' } = call;
  const client = identityCenterClient(clients, region);
  const { InstanceArn } = input;
  const subject = `permission-set/${input.PermissionSetName.toLowerCase()}`;
  const key = { InstanceArn, PermissionSetArn };
  const ask = <T>(send: () => Promise<T>) => askCenter(action, subject, send);
  const finish = (
    started: RequestStatus | undefined,
    poll: (id: string) => Promise<RequestStatus | undefined>,
  ) => awaitRequest({ action, started, poll: (id) => ask(() => poll(id)) }, waiting);
  switch (call.action) {
    case 'sso:ProvisionPermissionSet': {
      const { TargetType } = call.input;
      const answer = await ask(() =>
        client.send(new sso.ProvisionPermissionSetCommand({ ...key, TargetType })),
      );
      return finish(answer.PermissionSetProvisioningStatus, async (id) => {
        const command = new sso.DescribePermissionSetProvisioningStatusCommand({
          InstanceArn,
          ProvisionPermissionSetRequestId: id,
        });
        return (await client.send(command)).PermissionSetProvisioningStatus;
      });
    }
    case 'sso:CreateAccountAssignment': {
      const target = { ...key, ...(await targetOf(clients, call)) };
      const answer = await ask(() => client.send(new sso.CreateAccountAssignmentCommand(target)));
      return finish(answer.AccountAssignmentCreationStatus, async (id) => {
        const command = new sso.DescribeAccountAssignmentCreationStatusCommand({
          InstanceArn,
          AccountAssignmentCreationRequestId: id,
        });
        return (await client.send(command)).AccountAssignmentCreationStatus;
      });
    }
    case 'sso:DeleteAccountAssignment': {
      const target = { ...key, ...(await targetOf(clients, call)) };
      const answer = await ask(() => client.send(new sso.DeleteAccountAssignmentCommand(target)));
      return finish(answer.AccountAssignmentDeletionStatus, async (id) => {
        const command = new sso.DescribeAccountAssignmentDeletionStatusCommand({
          InstanceArn,
          AccountAssignmentDeletionRequestId: id,
        });
        return (await client.send(command)).AccountAssignmentDeletionStatus;
      });
    }
    default:
      return call satisfies never;
  }
}

async function targetOf(clients: AwsClients, call: AssignmentCall) {
  const { TargetId, PrincipalType } = call.input;
  const PrincipalId = await principalOf(clients, call);
  return { TargetId, TargetType: 'AWS_ACCOUNT', PrincipalType, PrincipalId } as const;
}

async function principalOf(clients: AwsClients, { action, input }: AssignmentCall) {
  const at = required(await findInstance(clients), action, 'an instance');
  if ('PrincipalId' in input && input.PrincipalId !== undefined) {
    const { PrincipalType: type, PrincipalId: id } = input;
    if (input.PrincipalName === id) await requireGone(clients, at, { type, id });
    return id;
  }
  return input.PrincipalType === 'GROUP'
    ? findGroupId(clients, at, input.PrincipalName)
    : findUserId(clients, at, input.PrincipalName);
}
