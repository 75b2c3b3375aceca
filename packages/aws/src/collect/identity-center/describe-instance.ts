import { DescribeInstanceCommand } from '@aws-sdk/client-sso-admin';
import { RolecallError } from '@rolecall/core';
import { ask, required } from '../../ask.ts';
import type { ReadContext } from '../read-context.ts';
import { identityCenterClient } from '../service-clients.ts';
import type { ListedInstance } from './list-instances.ts';

const action = 'sso:DescribeInstance';

export interface InstanceDetails {
  readonly keyType: string | undefined;
  /** Instances of a single account have none. */
  readonly hasPermissionSets: boolean;
}

/** `undefined` where the instance is another account's, which does not show them to this one. */
export async function describeInstance(
  { arn, ownerAccount }: ListedInstance,
  region: string,
  { clients, caller, signal }: ReadContext,
): Promise<InstanceDetails | undefined> {
  const command = new DescribeInstanceCommand({ InstanceArn: arn });
  const answer = await ask(action, () =>
    identityCenterClient(clients, region).send(command, { abortSignal: signal }),
  ).catch((error: unknown) => {
    if (ownerAccount !== caller.account && isDenied(error)) return undefined;
    throw error;
  });
  if (answer === undefined) return undefined;
  required(answer.InstanceArn, action, 'InstanceArn');
  return {
    keyType: answer.EncryptionConfigurationDetails?.KeyType,
    hasPermissionSets: answer.PermissionSetsEnabled !== false,
  };
}

function isDenied(error: unknown): boolean {
  return error instanceof RolecallError && error.code === 'ACCESS_DENIED';
}
