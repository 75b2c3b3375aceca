import { collectAll } from '../collect-all.ts';
import type { RoleRequestDeps } from '../deps.ts';

/** Where the service keeps when it last looked. */
const lastLook = 'role-requests.resumed';

/**
 * Begins again what is to be made or removed, should its job be gone: the queue gives up at some
 * time, and people restore databases. A job that is still there does no harm, as the lease lets one
 * at a time work. One replica looks, every now and then.
 */
export async function resumeStuck({
  store,
  now,
  terms,
}: Pick<RoleRequestDeps, 'store' | 'now' | 'terms'>): Promise<void> {
  const at = now();
  const last = await store.settings.get(lastLook);
  const { revision = 0, updatedAt = new Date(0).toISOString() } = last ?? {};
  if (at.getTime() - Date.parse(updatedAt) < terms.resumeEvery * 1000) return;
  const requests = await collectAll((query) =>
    store.roleRequests.list({ ...query, filter: { states: ['approved', 'provisioning'] } }),
  );
  const grants = await collectAll((query) =>
    store.grants.list({ ...query, filter: { states: ['removing', 'revoking', 'removal-failed'] } }),
  );
  await store.transaction(async (tx) => {
    const setting = { value: { looked: true }, updatedAt: at.toISOString() };
    if ((await tx.settings.putIf(lastLook, revision, setting)) === 'stale') return;
    for (const { id } of requests) await tx.enqueue('provision', { requestId: id });
    for (const { id } of grants) await tx.enqueue('remove', { grantId: id });
  });
}
