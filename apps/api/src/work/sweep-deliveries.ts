import type { SweepDeps } from './sweep-deps.ts';

/** So many at a time; the next sweep goes on. */
const sweepLimit = 200;

/** Sends jobs for notices whose time has come, in case theirs were lost. */
export async function sweepDeliveries({
  store,
  now,
}: Pick<SweepDeps, 'store' | 'now'>): Promise<void> {
  const due = await store.deliveries.listDue(now().toISOString(), sweepLimit);
  if (due.length === 0) return;
  await store.transaction(async (tx) => {
    for (const { id } of due) await tx.enqueue('deliver', { deliveryId: id });
  });
}
