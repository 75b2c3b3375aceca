import { PutAlternateContactCommand } from '@aws-sdk/client-account';
import type { CallOf } from '@rolecall/core';
import { ask } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { accountClient } from '../collect/service-clients.ts';

export async function performAccountCall(
  clients: AwsClients,
  { action, input }: CallOf<'account'>,
): Promise<void> {
  await ask(action, () => accountClient(clients).send(new PutAlternateContactCommand(input)));
}
