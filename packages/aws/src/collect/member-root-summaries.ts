import { AssumeRootCommand } from '@aws-sdk/client-sts';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { SessionCredentials } from '../assume-web-identity.ts';
import { createClients } from '../clients.ts';
import { readAccountSummary } from './account-summary.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';
import { settleRegion } from './settle-part.ts';

const action = 'sts:AssumeRoot';

type Summaries = PartValue<'memberRootSummaries'>;

/** Two calls per active member. The task lets the session look at root's credentials, no more. */
export async function readMemberRootSummaries(reader: Reader): Promise<Summaries> {
  const accounts = await reader.organizationAccounts();
  if (accounts === null) return null;
  const members = accounts
    .filter(
      ({ id, status, managementAccountId }) => status === 'ACTIVE' && id !== managementAccountId,
    )
    .map(({ id }) => id);
  const summaries = await mapLimit(
    members,
    async (id) => [id, await settleRegion(readMember(id, reader))] as const,
  );
  return Object.fromEntries(summaries);
}

async function readMember(account: string, reader: Reader): Promise<Record<string, number>> {
  const credentials = await assumeRoot(account, reader);
  const clients = createClients({ ...reader.clients.options, credentials });
  return readAccountSummary({ clients, signal: reader.signal });
}

async function assumeRoot(
  TargetPrincipal: string,
  { clients, caller, signal }: Reader,
): Promise<SessionCredentials> {
  const task = `arn:${caller.partition}:iam::aws:policy/root-task/IAMAuditRootUserCredentials`;
  const command = new AssumeRootCommand({ TargetPrincipal, TaskPolicyArn: { arn: task } });
  const { Credentials: given } = await ask(action, () =>
    clients.sts.send(command, { abortSignal: signal }),
  );
  const member = <T>(name: string, value: T | undefined) =>
    required(value, action, `Credentials.${name}`);
  return {
    accessKeyId: member('AccessKeyId', given?.AccessKeyId),
    secretAccessKey: member('SecretAccessKey', given?.SecretAccessKey),
    sessionToken: member('SessionToken', given?.SessionToken),
    expiration: member('Expiration', given?.Expiration),
  };
}
