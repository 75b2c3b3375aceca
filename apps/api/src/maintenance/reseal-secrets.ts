import { randomUUID } from 'node:crypto';
import type { WebhookEndpoint } from '../model/records.ts';
import type { Sealer } from '../notify/sealer.ts';
import type { PageCursor } from '../storage/page.ts';
import { type Resealed, sealedAnew } from '../storage/repositories/answer-sealing.ts';
import type { Store } from '../storage/store.ts';
import { serviceActor } from '../work/service-actor.ts';

export interface ResealDeps {
  /** With the same sealer. */
  readonly store: Store;
  readonly sealer: Sealer;
  readonly now: () => Date;
}

export interface ResealReport {
  readonly endpoints: Resealed;
  readonly answers: Resealed;
}

/**
 * Seals with the first key what others sealed, while the service runs. Every replica has to have the
 * new key by then. When nothing is unreadable, the old keys may go.
 */
export async function resealSecrets(deps: ResealDeps): Promise<ResealReport> {
  const { store, now, sealer } = deps;
  const endpoints = await resealEndpoints(deps);
  const answers = await store.idempotency({ now, newFence: randomUUID }).reseal();
  await store.transaction(async (tx) =>
    tx.audit({
      at: now().toISOString(),
      actor: serviceActor,
      type: 'secrets.resealed',
      subject: 'sealing-keys',
      accountId: null,
      data: { sealedAs: sealer.prefix, endpoints: { ...endpoints }, answers: { ...answers } },
    }),
  );
  return { endpoints, answers };
}

async function resealEndpoints({ store, sealer }: ResealDeps): Promise<Resealed> {
  let resealed = 0;
  let unreadable = 0;
  let after: PageCursor | undefined;
  do {
    const { rows, next } = await store.webhookEndpoints.list({ limit: 100, after });
    for (const endpoint of rows) {
      const outcome = await resealEndpoint({ store, sealer }, endpoint);
      if (outcome === 'resealed') resealed += 1;
      if (outcome === 'unreadable') unreadable += 1;
    }
    after = next;
  } while (after !== undefined);
  return { resealed, unreadable };
}

async function resealEndpoint(
  { store, sealer }: Pick<ResealDeps, 'store' | 'sealer'>,
  { id, secret }: Pick<WebhookEndpoint, 'id' | 'secret'>,
): Promise<'current' | 'resealed' | 'unreadable'> {
  if (secret.startsWith(sealer.prefix)) return 'current';
  const to = sealedAnew(sealer, secret, id);
  if (to === undefined) return 'unreadable';
  const put = await store.transaction((tx) =>
    tx.webhookEndpoints.resealIf(id, { from: secret, to }),
  );
  if (put === 'resealed') return put;
  // Its secret was rotated just now, maybe by a replica that seals with the old key.
  const endpoint = await store.webhookEndpoints.get(id);
  return endpoint === undefined ? 'current' : resealEndpoint({ store, sealer }, endpoint);
}
