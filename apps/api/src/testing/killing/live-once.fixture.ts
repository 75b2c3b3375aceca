import { setTimeout as delay } from 'node:timers/promises';
import type { Schema } from '@rolecall/contract';
import type { PortalDoor } from '../portal-door.fixture.ts';
import { dataOf, etagOf, newKey, wanted } from '../portal-steps.fixture.ts';
import type { SeededRandom } from './seeded-random.fixture.ts';
import type { Told } from './told.fixture.ts';

export interface ClientLife {
  readonly door: PortalDoor;
  readonly accountIds: readonly string[];
  readonly random: SeededRandom;
  readonly told: Told;
}

/** An account may be held by the job of a service that was killed, for a minute. */
const patienceMs = 70_000;
const pollMs = 1_500;

/**
 * Asks for a role, and perhaps decides, extends and revokes. An answer that does not fit is a
 * surprise, and written down.
 */
export async function liveOnce(life: ClientLife): Promise<void> {
  try {
    await live(life);
  } catch (error) {
    life.told.surprises.push(error instanceof Error ? error.message : String(error));
  }
}

async function live(life: ClientLife): Promise<void> {
  const { door, random, told } = life;
  const asked = await askFor(life);
  if (random.chance(0.1)) {
    await decide(life, { request: asked, kind: 'role', decision: 'reject' });
    return;
  }
  if (random.chance(0.1)) {
    told.requests.push({ id: asked.id, kind: 'role', decision: null, decisionId: null });
    return;
  }
  await decide(life, { request: asked, kind: 'role', decision: 'approve' });
  const early = random.chance(0.15);
  const grantId = await grantOf(door, asked.id, early ? ['provisioning', 'active'] : ['active']);
  if (grantId === undefined) return;
  if (!early && random.chance(0.4)) await extend(life, grantId);
  if (early || random.chance(0.5)) await revoke(life, grantId);
}

async function askFor({ door, accountIds, random }: ClientLife): Promise<Schema<'RoleRequest'>> {
  const answer = await door.ana.POST('/v1/role-requests', {
    params: { header: newKey(), query: { submit: true } },
    body: { ...wanted, accountId: random.pick(accountIds) },
  });
  const asked = dataOf(answer);
  if (!('id' in asked)) throw new Error('it was not stored');
  return asked;
}

/** Nobody else decides about it, so that every answer but 201 is a surprise. */
async function decide(
  { door, told }: ClientLife,
  about: {
    readonly request: Schema<'RoleRequest'>;
    readonly kind: 'role' | 'extension';
    readonly decision: 'approve' | 'reject';
  },
): Promise<void> {
  const { request, kind, decision } = about;
  const noted = { id: request.id, kind, decision, decisionId: null };
  told.requests.push(noted);
  const path = { id: request.id };
  const seen = await door.ben.GET('/v1/role-requests/{id}', { params: { path } });
  const answer = await door.ben.POST('/v1/role-requests/{id}/decisions', {
    params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
    body: { planId: dataOf(seen).preview?.planId ?? '', decision, comment: 'As agreed.' },
  });
  told.requests[told.requests.indexOf(noted)] = { ...noted, decisionId: dataOf(answer).id };
}

/** The grant once it is in one of these states; undefined where that takes long. */
async function grantOf(
  { ana }: PortalDoor,
  id: string,
  states: readonly Schema<'GrantState'>[],
): Promise<string | undefined> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const answer = await ana.GET('/v1/grants/{id}', { params: { path: { id } } });
    if (answer.response.status !== 404 && states.includes(dataOf(answer).state)) return id;
    await delay(pollMs);
  }
  return undefined;
}

async function extend(life: ClientLife, grantId: string): Promise<void> {
  const { ana } = life.door;
  const path = { id: grantId };
  const seen = await ana.GET('/v1/grants/{id}', { params: { path } });
  const end = Date.parse(dataOf(seen).expiresAt) + 3_600_000;
  const answer = await ana.POST('/v1/grants/{id}/extensions', {
    params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
    body: { expiresAt: new Date(end).toISOString(), reason: 'The case is still open.' },
  });
  const request = dataOf(answer);
  if (!('extendsGrantId' in request)) throw new Error('nobody was asked about more time');
  await decide(life, { request, kind: 'extension', decision: 'approve' });
}

/** Nothing but its becoming active meanwhile may come before. */
async function revoke({ door, told }: ClientLife, id: string): Promise<void> {
  const path = { id };
  for (;;) {
    const seen = await door.ana.GET('/v1/grants/{id}', { params: { path } });
    const answer = await door.ana.POST('/v1/grants/{id}/revocation', {
      params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
      body: { reason: 'The case is closed.' },
    });
    if (answer.response.status === 412 && dataOf(seen).state === 'provisioning') continue;
    dataOf(answer);
    told.revoked.push(id);
    return;
  }
}
