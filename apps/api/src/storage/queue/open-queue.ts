import { canonicalJson } from '@rolecall/policy';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';
import { countDeadLetters, readDeadLetters, takeDeadLetter } from './dead-letters.ts';
import { isLive } from './is-live.ts';
import type { Queue } from './queue.ts';
import { deadLetterOptions, deadLetterQueue, queues, withoutDeadLetters } from './queues.ts';
import { readBacklog } from './read-backlog.ts';
import { startBoss } from './start-boss.ts';
import { startWorker } from './start-worker.ts';
import { withTrace } from './traced.ts';

export interface QueueEnvironment {
  /** Told of what fails in the background, as when the database is away. */
  readonly onError: (error: Error) => void;
  /** Of what runs when a job is sent, for its worker to go on from. */
  readonly traceparent?: () => string | undefined;
}

/** Starts the queue on an open database; `stop` it before the database is closed. */
export async function openQueue(
  database: Database,
  { onError, traceparent = () => undefined }: QueueEnvironment,
): Promise<Queue> {
  const boss = new PgBoss({
    ...database.jobs,
    useListenNotify: true,
    // How soon it is seen that a worker was killed.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', onError);
  try {
    await startBoss(boss);
    await prepareQueues(boss);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const send: Queue['send'] = async (trx, name, { data, startAfter, unlessLive, ...given }) => {
    const singletonKey = given.singletonKey ?? canonicalJson({ data, startAfter });
    if (unlessLive && (await isLive(trx, name, singletonKey))) return 'waiting-already';
    const id = await boss.send(name, withTrace(data, traceparent()), {
      // Plain rows: what turns instants into text is for our own tables.
      db: fromKysely(trx.withoutPlugins()),
      singletonKey,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    return id === null ? 'waiting-already' : 'queued';
  };
  return {
    send,
    async work(name, { concurrency = 1, pollingSeconds = 2 }, handler) {
      for (let worker = 0; worker < concurrency; worker += 1) {
        await startWorker({ boss, db: database.sql }, name, pollingSeconds, handler);
      }
    },
    scheduleSweep: (cron) => boss.schedule('sweep', cron, {}, { tz: 'UTC' }),
    backlog: () => readBacklog(database),
    deadLetters: () => readDeadLetters(database.sql),
    countDeadLetters: () => countDeadLetters(database.sql),
    async redrive(trx, id) {
      const taken = await takeDeadLetter(trx, id);
      if (taken === 'missing') return 'missing';
      const { key, sent, letter } = taken;
      if (await isLive(trx, letter.queue, key)) return letter;
      const db = fromKysely(trx.withoutPlugins());
      await boss.send(letter.queue, sent, { db, singletonKey: key });
      return letter;
    },
    async discard(trx, id) {
      const taken = await takeDeadLetter(trx, id);
      return taken === 'missing' ? 'missing' : taken.letter;
    },
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
  await boss.createQueue(deadLetterQueue, deadLetterOptions);
  await boss.updateQueue(deadLetterQueue, deadLetterOptions);
  for (const [name, own] of Object.entries(queues)) {
    const deadLetter = withoutDeadLetters.has(name) ? {} : { deadLetter: deadLetterQueue };
    const options = { ...own, ...deadLetter, notify: true };
    await boss.createQueue(name, { ...options, policy: 'short' });
    // One that was there keeps its options until it is told of ours.
    await boss.updateQueue(name, options);
    await boss.findJobs(name, { id: noJob });
  }
}
