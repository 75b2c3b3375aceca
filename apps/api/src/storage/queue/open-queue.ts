import { canonicalJson } from '@rolecall/policy';
import type { ControlledTransaction } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import type { Tables } from '../tables.ts';
import { type JobData, type QueueName, queues } from './queues.ts';

export interface EnqueueOptions {
  /**
   * At most one job with this key waits in a queue; jobs that run do not count. Without it: the
   * data and `startAfter`, so that a job for later never stands in the way of one for now.
   */
  readonly singletonKey?: string;
  /** An instant; not worked before. */
  readonly startAfter?: string;
}

export interface Job<Name extends QueueName> {
  readonly id: string;
  readonly data: JobData[Name];
  /** Counts from 0; with the id it names one attempt, as the holder of a lease. */
  readonly attempt: number;
  /** Aborted when the job has run out of time or the service stops. */
  readonly signal: AbortSignal;
}

export interface WorkOptions {
  /** Jobs worked side by side in this process; 1 without it. */
  readonly concurrency?: number;
  /** How long a worker sleeps when nobody wakes it; 2 without it. */
  readonly pollingSeconds?: number;
}

/** The jobs; handlers of requests see only `tx.enqueue`. */
export interface Queue {
  /** Whether a job was added, or one with the same key was waiting already. */
  send<Name extends QueueName>(
    trx: ControlledTransaction<Tables>,
    name: Name,
    job: EnqueueOptions & { readonly data: JobData[Name] },
  ): Promise<'queued' | 'waiting-already'>;
  /** A job that throws is tried again as its queue says. */
  work<Name extends QueueName>(
    name: Name,
    options: WorkOptions,
    handler: (job: Job<Name>) => Promise<void>,
  ): Promise<void>;
  /** Puts an empty job into `sweep` again and again; `cron` counts in UTC. */
  scheduleSweep(cron: string): Promise<void>;
  /** Waits for the jobs that run, at most that long, and takes no more. */
  stop(graceMs: number): Promise<void>;
}

export interface QueueEnvironment {
  /** Told of what fails in the background, as when the database is away. */
  readonly onError: (error: Error) => void;
}

/** Starts the queue on an open database; `stop` it before the database is closed. */
export async function openQueue(database: Database, { onError }: QueueEnvironment): Promise<Queue> {
  const boss = new PgBoss({ ...database.jobs, useListenNotify: true });
  boss.on('error', onError);
  await boss.start();
  await prepareQueues(boss);
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
    stop: (graceMs) => boss.stop({ graceful: graceMs > 0, timeout: graceMs }),
  };
}

/**
 * One worker, one job at a time. After each job it looks for the next at once; else pg-boss lets it
 * sleep between two jobs that were there already. Notifications wake it for new jobs only, so the
 * polling is what finds those that waited for their time.
 */
async function startWorker<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  pollingSeconds: number,
  handler: (job: Job<Name>) => Promise<void>,
): Promise<void> {
  const polling = {
    pollingIntervalSeconds: pollingSeconds,
    notifyPollingIntervalSeconds: pollingSeconds,
  };
  let worker: string | undefined;
  worker = await boss.work<JobData[Name]>(name, polling, async (jobs) => {
    if (worker !== undefined) boss.notifyWorker(worker);
    for (const { id, data, signal, retryCount: attempt } of jobs) {
      await handler({ id, data, signal, attempt });
    }
  });
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
    await boss.findJobs(name, { id: noJob });
  }
}
