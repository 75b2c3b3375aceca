import { look, type Probes } from '../http/health.ts';
import type { Database } from '../storage/database/database.ts';
import type { Queue } from '../storage/queue/queue.ts';
import type { Store } from '../storage/store.ts';
import { sweptKey } from './sweep.ts';

/** Sweeps come each minute; with this, one may be late and a replica may be starting. */
const sweepOverdueMs = 5 * 60_000;

/**
 * What the service needs to be of use: its database, and jobs that are worked. Dead letters keep
 * nobody from asking: they are shown, and do not take the service away.
 */
export function createProbes(parts: {
  readonly database: Pick<Database, 'ping'>;
  readonly queue: Pick<Queue, 'countDeadLetters'>;
  readonly store: Pick<Store, 'settings'>;
  readonly now: () => Date;
  readonly startedAt: Date;
}): Probes {
  const { database, queue, store, now, startedAt } = parts;
  return {
    database: () => database.ping(),
    queue: async () => {
      const swept = await store.settings.get(sweptKey);
      const since = Math.max(startedAt.getTime(), Date.parse(swept?.updatedAt ?? '') || 0);
      if (now().getTime() - since > sweepOverdueMs) throw new Error('No sweep for five minutes.');
    },
    deadLetters: async () => ((await queue.countDeadLetters()).length > 0 ? look : undefined),
  };
}
