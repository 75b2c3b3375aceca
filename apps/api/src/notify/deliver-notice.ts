import type { DeliveryRecord } from '../model/records.ts';
import type { JobData } from '../storage/queue/queues.ts';
import type { Store } from '../storage/store.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Log } from '../work/log.ts';
import { serviceActor } from '../work/service-actor.ts';
import { retryWait } from './retry-schedule.ts';
import type { Sender, SendOutcome } from './send-outcome.ts';

export interface DeliverDeps {
  readonly store: Store;
  readonly senders: Readonly<Record<DeliveryRecord['channel'], Sender>>;
  readonly now: () => Date;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Longer than an attempt takes: if the process dies meanwhile, another takes it up after that. */
const claimMs = 120_000;
/** Jobs may come a little before their time. */
const slackMs = 1_000;

/** Makes one attempt at a delivery whose time has come, and notes what came of it. */
export async function deliverNotice(
  deps: DeliverDeps,
  { deliveryId }: JobData['deliver'],
  { signal, log }: { readonly signal: AbortSignal; readonly log: Pick<Log, 'error'> },
): Promise<void> {
  const claimed = await claim(deps, deliveryId);
  if (claimed === undefined) return;
  const outcome = await send(deps, claimed, { signal, log });
  await deps.store.transaction(async (tx) => {
    const current = await tx.deliveries.getForUpdate(deliveryId);
    // Somebody else took it up: theirs is the attempt that counts.
    if (current?.state !== 'pending' || current.attempts !== claimed.attempts) return;
    await settle(tx, { ...deps, delivery: current, outcome });
  });
}

/** A defect of ours is a failed attempt too: it would be repeated for ever, and shown nowhere. */
async function send(
  { senders }: DeliverDeps,
  delivery: DeliveryRecord,
  { signal, log }: Parameters<typeof deliverNotice>[2],
): Promise<SendOutcome> {
  try {
    return await senders[delivery.channel](delivery, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    log.error({ err: error, deliveryId: delivery.id }, 'a notice could not be sent');
    return { kind: 'failed', why: 'A fault of the service; its log says more.' };
  }
}

/** Counts the attempt before it is made, so that whatever happens it was one. */
async function claim({ store, now }: DeliverDeps, id: string): Promise<DeliveryRecord | undefined> {
  const at = now().getTime();
  return store.transaction(async (tx) => {
    const delivery = await tx.deliveries.getForUpdate(id);
    if (delivery?.state !== 'pending' || delivery.nextAttemptAt === null) return undefined;
    if (Date.parse(delivery.nextAttemptAt) > at + slackMs) return undefined;
    if (delivery.attempts > 0 && retryWait(delivery.attempts, 0) === undefined) {
      const failure = delivery.failure ?? 'It was cut off in its last attempt.';
      await tx.deliveries.update(id, { state: 'abandoned', nextAttemptAt: null, failure });
      return undefined;
    }
    const claimed = await tx.deliveries.update(id, {
      attempts: delivery.attempts + 1,
      nextAttemptAt: new Date(at + claimMs).toISOString(),
    });
    return claimed === 'missing' ? undefined : claimed;
  });
}

async function settle(
  tx: Transaction,
  step: Pick<DeliverDeps, 'now' | 'random'> & {
    readonly delivery: DeliveryRecord;
    readonly outcome: SendOutcome;
  },
): Promise<void> {
  const { delivery, outcome, now, random } = step;
  const { id, attempts, target } = delivery;
  const at = now();
  const done = { nextAttemptAt: null };
  switch (outcome.kind) {
    case 'delivered':
      await tx.deliveries.update(id, {
        ...done,
        state: 'delivered',
        failure: null,
        deliveredAt: at.toISOString(),
      });
      return;
    case 'pointless':
      await tx.deliveries.update(id, { ...done, state: 'abandoned', failure: outcome.why });
      if (outcome.endpointGone) await disableEndpoint(tx, target, at.toISOString());
      return;
    case 'failed': {
      const failure = outcome.why.slice(0, 500);
      const wait = retryWait(attempts, random(), outcome.notBeforeMs);
      if (wait === undefined) {
        await tx.deliveries.update(id, { ...done, state: 'abandoned', failure });
        return;
      }
      const nextAttemptAt = new Date(at.getTime() + wait).toISOString();
      await tx.deliveries.update(id, { nextAttemptAt, failure });
      await tx.enqueue('deliver', { deliveryId: id }, { startAfter: nextAttemptAt });
      return;
    }
    default:
      outcome satisfies never;
  }
}

async function disableEndpoint(tx: Transaction, id: string, at: string): Promise<void> {
  const endpoint = await tx.webhookEndpoints.get(id);
  if (endpoint?.state !== 'enabled') return;
  const changed = await tx.webhookEndpoints.updateIf(id, endpoint.revision, { state: 'disabled' });
  // Somebody changes it just now: the next delivery says the same again.
  if (changed === 'stale' || changed === 'missing') return;
  tx.audit({
    at,
    actor: serviceActor,
    type: 'webhook-endpoint.disabled',
    subject: `webhook-endpoints/${id}`,
    accountId: null,
    data: { state: 'disabled', why: 'gone' },
  });
}
