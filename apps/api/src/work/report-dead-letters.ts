import { z } from 'zod';
import type { Queue } from '../storage/queue/queue.ts';
import type { Store } from '../storage/store.ts';
import type { Log } from './log.ts';

/** Of the setting: the dead letters that were told of, as far as they are still there. */
const reportedKey = 'dead-letters';
const reported = z.array(z.string());

/**
 * Tells the log of jobs that nobody tries again, of each once, by one replica. Whose worker was killed
 * in its last attempt is told of nowhere else.
 */
export async function reportDeadLetters(parts: {
  readonly store: Store;
  readonly queue: Pick<Queue, 'deadLetters'>;
  readonly now: () => Date;
  readonly log: Log;
}): Promise<void> {
  const { store, queue, now, log } = parts;
  const letters = await queue.deadLetters();
  const setting = await store.settings.get(reportedKey);
  const known = new Set(setting === undefined ? [] : reported.parse(setting.value));
  const fresh = letters.filter(({ id }) => !known.has(id));
  if (fresh.length === 0 && known.size === letters.length) return;
  const value = letters.map(({ id }) => id);
  const put = await store.transaction((tx) =>
    tx.settings.putIf(reportedKey, setting?.revision ?? 0, {
      value,
      updatedAt: now().toISOString(),
    }),
  );
  if (put === 'stale') return;
  for (const { id, data, ...about } of fresh) {
    log.error({ deadLetter: id, ...data, ...about }, 'a job is tried no more: a dead letter');
  }
}
