import { canonicalJson } from '@rolecall/policy';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Queue } from './queue.ts';
import { queues } from './queues.ts';
import { readBacklog } from './read-backlog.ts';
import { startWorker } from './start-worker.ts';

export interface QueueEnvironment {
  /** Told of what fails in the background, as when the database is away. */
  readonly onError: (error: Error) => void;
}

/** Starts the queue on an open database; `stop` it before the database is closed. */
export async function openQueue(database: Database, { onError }: QueueEnvironment): Promise<Queue> {
  const boss = new PgBoss({
    ...database.jobs,
    useListenNotify: true,
    // How soon it is seen that a worker was killed.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', onError);
  try {
    await boss.start();
    await prepareQueues(boss);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return {
    async send(trx, name, { data, startAfter, singletonKey }) {
      const id = await boss.send(name, data, {
        // Plain rows: what turns instants into text is for our own tables.
        db: fromKysely(trx.withoutPlugins()),
        singletonKey: singletonKey ?? canonicalJson({ data, startAfter }),
        ...(startAfter === undefined ? {} : { startAfter }),
      });
      return id === null ? 'waiting-already' : 'queued';
    },
    async work(name, { concurrency = 1, pollingSeconds = 2 }, handler) {
      for (let worker = 0; worker < concurrency; worker += 1) {
        await startWorker(boss, name, pollingSeconds, handler);
      }
    },
    scheduleSweep: (cron) => boss.schedule('sweep', cron, {}, { tz: 'UTC' }),
    backlog: () => readBacklog(database),
    stop: (graceMs) => boss.stop({ graceful: graceMs > 0, timeout: graceMs }),
  };
}

const noJob = '00000000-0000-4000-8000-000000000000';

/**
 * `short`: a key keeps a second job from waiting, not from being queued while the first one runs,
 * which may have read the state already.
 *
 * The look-up of a job that is not there warms pg-boss's cache of queues. Cold, the first `send` in
 * a transaction would ask on another connection, which PGlite does not have, and wait for ever.
 */
async function prepareQueues(boss: PgBoss): Promise<void> {
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, { ...options, policy: 'short', notify: true });
    // One that was there keeps its options until it is told of ours.
    await boss.updateQueue(name, { ...options, notify: true });
    await boss.findJobs(name, { id: noJob });
  }
}
