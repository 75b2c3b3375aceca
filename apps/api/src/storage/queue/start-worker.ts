import type { PgBoss } from 'pg-boss';
import type { Reading } from '../repositories/repository.ts';
import { postponeJob } from './postpone-job.ts';
import type { Job } from './queue.ts';
import type { JobData, QueueName } from './queues.ts';
import type { Traced } from './traced.ts';

/**
 * One worker, one job at a time. After each job it looks for the next at once; else pg-boss lets it
 * sleep between two jobs that were there already. Notifications wake it for new jobs only, so the
 * polling is what finds those that waited for their time.
 */
export async function startWorker<Name extends QueueName>(
  { boss, db }: { readonly boss: PgBoss; readonly db: Reading },
  name: Name,
  pollingSeconds: number,
  handler: (job: Job<Name>) => Promise<void>,
): Promise<void> {
  const polling = {
    pollingIntervalSeconds: pollingSeconds,
    notifyPollingIntervalSeconds: pollingSeconds,
  };
  let worker: string | undefined;
  worker = await boss.work<Traced<JobData[Name]>>(name, polling, async (jobs) => {
    if (worker !== undefined) boss.notifyWorker(worker);
    for (const { id, data, signal, retryCount: attempt } of jobs) {
      const traceparent = data.traceparent ?? null;
      const postpone = (seconds: number) => postponeJob(db, { queue: name, id, attempt }, seconds);
      await handler({ id, data, traceparent, signal, attempt, postpone });
    }
  });
}
