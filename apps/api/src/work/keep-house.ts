import type { SweepDeps } from './sweep-deps.ts';

/** Forgets answers to repeated requests after a day, and notices that are done with. */
export async function keepHouse(
  deps: Pick<SweepDeps, 'store' | 'now' | 'newFence' | 'deliveryRetentionMs'>,
): Promise<void> {
  const { store, now, newFence, deliveryRetentionMs } = deps;
  await store.idempotency({ now, newFence }).deleteExpired();
  const before = new Date(now().getTime() - deliveryRetentionMs).toISOString();
  await store.transaction((tx) => tx.deliveries.deleteSettledBefore(before));
}
