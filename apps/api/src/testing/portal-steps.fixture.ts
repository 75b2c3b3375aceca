import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RolecallClient, Schema } from '@rolecall/contract';
import { trialAccount, trialPeople } from '../config/trial.ts';
import type { PortalDoor } from './portal-door.fixture.ts';

/** What a portal does, one step each; a refusal where none is expected is thrown. */

const pauseMs = 100;

/** What the rules of the trial ask one person about. */
export const wanted = {
  accountId: trialAccount.id,
  blueprint: 'support-user-role',
  parameters: {},
  reason: 'Case 1234 of the web shop needs an answer.',
  durationSeconds: 4 * 3600,
};

export const newKey = () => ({ 'Idempotency-Key': randomUUID() });

export function dataOf<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(`refused: ${JSON.stringify(error)}`);
  return data;
}

export const etagOf = ({ response }: { readonly response: Response }): string =>
  response.headers.get('etag') ?? '';

/** Asks for what is wanted; the id of the request, which waits for somebody. */
export async function ask(
  { ana }: Pick<PortalDoor, 'ana'>,
  header = newKey(),
  accountId = wanted.accountId,
) {
  const answer = await ana.POST('/v1/role-requests', {
    params: { header, query: { submit: true } },
    body: { ...wanted, accountId },
  });
  const asked = dataOf(answer);
  if (!('id' in asked)) throw new Error('it was not stored');
  return { asked, response: answer.response };
}

/** Ben comes through Identity Center too. */
export async function mapBen({ ana }: PortalDoor): Promise<void> {
  const { accountId } = wanted;
  const roleArn = `arn:aws:iam::${accountId}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnlyAccess_fedcba9876543210`;
  const mapping = await ana.PUT('/v1/principal-mappings/{subject}/{accountId}', {
    params: { path: { subject: trialPeople.ben.actor.id, accountId } },
    body: { principal: { kind: 'role-session', roleArn, sessionName: 'ben' } },
  });
  dataOf(mapping);
}

/** A way to decide about what one has seen, again and again. */
export async function readDecision(client: RolecallClient, id: string) {
  const path = { id };
  const seen = await client.GET('/v1/role-requests/{id}', { params: { path } });
  const { planId } = dataOf(
    await client.GET('/v1/role-requests/{id}/preview', { params: { path } }),
  );
  return () =>
    client.POST('/v1/role-requests/{id}/decisions', {
      params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
      body: { planId, decision: 'approve', comment: 'As agreed.' },
    });
}

export async function approve({ ben }: PortalDoor, id: string): Promise<Schema<'Decision'>> {
  const decide = await readDecision(ben, id);
  return dataOf(await decide());
}

/** Polls until the request has its end; the id of its grant. */
export async function grantOf({ ana }: PortalDoor, id: string): Promise<string> {
  const read = async () =>
    dataOf(await ana.GET('/v1/role-requests/{id}', { params: { path: { id } } }));
  let request = await read();
  while (['approved', 'provisioning'].includes(request.state)) {
    await delay(pauseMs);
    request = await read();
  }
  if (request.state !== 'fulfilled' || request.grantId === null)
    throw new Error(`it is ${request.state}: ${request.failure ?? ''}`);
  return request.grantId;
}

export async function readGrant({ ana }: PortalDoor, id: string) {
  const answer = await ana.GET('/v1/grants/{id}', { params: { path: { id } } });
  return { grant: dataOf(answer), etag: etagOf(answer) };
}

/** Asks for an hour more; the request, and the end that it asks for. */
export async function askForMore(door: PortalDoor, id: string) {
  const { grant, etag } = await readGrant(door, id);
  const expiresAt = new Date(Date.parse(grant.expiresAt) + 3_600_000).toISOString();
  const extension = await door.ana.POST('/v1/grants/{id}/extensions', {
    params: { path: { id }, header: { ...newKey(), 'If-Match': etag } },
    body: { expiresAt, reason: 'The case is still open.' },
  });
  return { more: dataOf(extension), expiresAt };
}

/** Gives the grant back and polls until it is gone. */
export async function giveBack(door: PortalDoor, id: string): Promise<Schema<'Grant'>> {
  const { etag } = await readGrant(door, id);
  const revocation = await door.ana.POST('/v1/grants/{id}/revocation', {
    params: { path: { id }, header: { 'If-Match': etag } },
    body: { reason: 'The case is closed.' },
  });
  let grant = dataOf(revocation);
  while (grant.state === 'revoking' || grant.state === 'removing') {
    await delay(pauseMs);
    ({ grant } = await readGrant(door, id));
  }
  return grant;
}
