import { setImmediate } from 'node:timers/promises';
import type { RetentionConfig } from '../config/config.ts';
import type { Store } from '../storage/store.ts';
import type { Transaction } from '../storage/transaction.ts';
import { serviceActor } from '../work/service-actor.ts';

export interface RetentionDeps {
  readonly store: Pick<Store, 'transaction' | 'idempotency'>;
  readonly now: () => Date;
  readonly newFence: () => string;
  readonly retention: RetentionConfig;
  /** How long notices that are done with are kept. */
  readonly deliveryRetentionMs: number;
}

/** Small, so that nobody waits long for a row; on PGlite everybody waits for each of them. */
const batch = 100;
/** A run takes its findings along, of which there may be thousands. */
const runsAtOnce = 5;
/** What is left then, the next sweep takes. */
const mostBatches = 20;

/** Forgets what has stood long enough. Never events of the audit log: docs/decisions/0010. */
export async function sweepRetention(deps: RetentionDeps): Promise<void> {
  const { store, now, newFence, retention, deliveryRetentionMs } = deps;
  const at = now();
  const before = (ms: number): string => new Date(at.getTime() - ms).toISOString();
  const inTransaction = (work: (tx: Transaction) => Promise<number>) => () =>
    store.transaction(work);
  const { requestsMs, checkRunsMs, plansMs } = retention;

  await inBatches(batch, () => store.idempotency({ now, newFence }).deleteExpired(batch));
  await inBatches(
    batch,
    inTransaction((tx) => tx.deliveries.deleteSettledBefore(before(deliveryRetentionMs), batch)),
  );
  await inBatches(
    runsAtOnce,
    inTransaction((tx) => tx.checkRuns.deleteEndedBefore(before(checkRunsMs), runsAtOnce)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.guideWalks.deleteEndedBefore(before(checkRunsMs), batch)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.planSets.deleteEndedBefore(before(plansMs), batch)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.applications.deleteEndedBefore(before(plansMs), batch)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.journal.deleteBefore(before(plansMs), batch)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.secrets.deleteEndedBefore(before(plansMs), batch)),
  );
  await inBatches(
    batch,
    inTransaction((tx) => tx.plans.deleteUnusedBefore(before(plansMs), batch)),
  );
  if (requestsMs === null) return;
  await inBatches(
    batch,
    inTransaction((tx) => forgetRequests(tx, { at, before: before(requestsMs) })),
  );
}

/** The audit log says that there were some, so that nobody takes them for lost. */
async function forgetRequests(
  tx: Transaction,
  { at, before }: { readonly at: Date; readonly before: string },
): Promise<number> {
  const ids = await tx.roleRequests.deleteEndedBefore(before, batch);
  if (ids.length > 0) {
    tx.audit({
      at: at.toISOString(),
      actor: serviceActor,
      type: 'role-requests.forgotten',
      subject: 'role-requests',
      accountId: null,
      data: { endedBefore: before, ids },
    });
  }
  return ids.length;
}

/** Until one comes out short. */
async function inBatches(size: number, work: () => Promise<number>): Promise<void> {
  for (let done = 0; done < mostBatches; done += 1) {
    if ((await work()) < size) return;
    await setImmediate();
  }
}
