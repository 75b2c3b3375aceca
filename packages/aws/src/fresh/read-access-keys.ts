import { GetAccessKeyLastUsedCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import type { LiveAccessKey } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { settlePart } from '../collect/settle-part.ts';
import { listAll } from '../resources/iam-reader.ts';
import type { FreshContext } from './read-credentials.ts';

const list = 'iam:ListAccessKeys';
const lastUsed = 'iam:GetAccessKeyLastUsed';

/** The access keys of a user, and when each was last used. */
export async function readAccessKeys(
  context: FreshContext,
  UserName: string,
): Promise<readonly LiveAccessKey[]> {
  const { clients, signal } = context;
  const keys = await listAll(
    list,
    (marker) =>
      clients.iam.send(new ListAccessKeysCommand({ UserName, ...marker }), { abortSignal: signal }),
    (page) => page.AccessKeyMetadata,
  );
  return Promise.all(
    keys.map(async ({ AccessKeyId, Status, CreateDate }) => ({
      active: required(Status, list, 'Status') === 'Active',
      createdAt: required(CreateDate, list, 'CreateDate').toISOString(),
      lastUsed: await settlePart(readLastUsed(context, required(AccessKeyId, list, 'AccessKeyId'))),
    })),
  );
}

async function readLastUsed({ clients, signal }: FreshContext, AccessKeyId: string) {
  const command = new GetAccessKeyLastUsedCommand({ AccessKeyId });
  const answer = await ask(lastUsed, () => clients.iam.send(command, { abortSignal: signal }));
  const used = required(answer.AccessKeyLastUsed, lastUsed, 'AccessKeyLastUsed');
  return {
    at: used.LastUsedDate?.toISOString(),
    region: told(used.Region),
    service: told(used.ServiceName),
  };
}

/** AWS writes `N/A` for a key that was never used. */
function told(text: string | undefined): string | undefined {
  return text === 'N/A' ? undefined : text;
}
