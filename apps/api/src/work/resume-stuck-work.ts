import { z } from 'zod';
import { type SweepDeps, sweepLimit } from './sweep-deps.ts';

const resumedKey = 'sweep-stuck-work';
const everyMs = 6 * 60 * 60_000;
/** Jobs about AWS are tried again for about an hour; what stands still longer has none. */
const stuckMs = 2 * 60 * 60_000;

const resumed = z.object({ at: z.string() });

/**
 * Gives new jobs to what has none any more, as when a process died in the last attempt. A few times
 * a day: jobs that are being tried again do not count as waiting, so each time adds one.
 */
export async function resumeStuckWork({
  store,
  now,
}: Pick<SweepDeps, 'store' | 'now'>): Promise<void> {
  const at = now();
  const setting = await store.settings.get(resumedKey);
  const last = setting && resumed.parse(setting.value);
  if (last !== undefined && at.getTime() < Date.parse(last.at) + everyMs) return;
  const requests = await store.roleRequests.list({
    limit: sweepLimit,
    filter: { states: ['approved', 'provisioning'] },
  });
  const grants = await store.grants.list({
    limit: sweepLimit,
    filter: { states: ['removing', 'revoking', 'removal-failed'] },
  });
  await store.transaction(async (tx) => {
    const put = await tx.settings.putIf(resumedKey, setting?.revision ?? 0, {
      value: { at: at.toISOString() },
      updatedAt: at.toISOString(),
    });
    if (put === 'stale') return;
    for (const { id, updatedAt } of requests.rows) {
      if (Date.parse(updatedAt) + stuckMs > at.getTime()) continue;
      await tx.enqueue('provision', { requestId: id });
    }
    for (const { id } of grants.rows) await tx.enqueue('remove', { grantId: id });
  });
}
