import type { Job, Queue } from '../storage/queue/queue.ts';
import { type JobData, type QueueName, queues } from '../storage/queue/queues.ts';
import type { InSpan, SpanDescription } from '../telemetry/span.ts';
import { AccountBusy, type HoldOptions, holdingAccounts } from './hold-account.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';

export type JobOutcome = 'done' | 'failed' | 'given-up' | 'postponed';

export interface WorkerOptions extends Pick<HoldOptions, 'leases' | 'now' | 'sleep'> {
  readonly log: Log;
  /** For traces: each attempt at a job goes on from what sent it. */
  readonly inSpan: InSpan;
  /** Aborted when the service stops, a little before it gives the jobs up. */
  readonly signal: AbortSignal;
  /** For metrics. */
  readonly onJob: (queue: QueueName, outcome: JobOutcome, seconds: number) => void;
}

/** Jobs side by side in one process; accounts are held one at a time in any case. */
const concurrency: Readonly<Record<QueueName, number>> = {
  provision: 4,
  remove: 4,
  notify: 1,
  deliver: 4,
  sweep: 1,
  'verify-account': 2,
  'check-run': 2,
  'guide-walk': 2,
  'plan-set': 2,
  apply: 2,
};

/** After so long a job looks again whether its account is free. */
const postponeSeconds = 2;

/** Begins to work the jobs of all queues. */
export async function registerWorkers(
  queue: Pick<Queue, 'work'>,
  jobs: Jobs,
  options: WorkerOptions,
): Promise<void> {
  const awaited = new Set<string>();
  const register = <Name extends QueueName>(name: Name): Promise<void> =>
    queue.work(name, { concurrency: concurrency[name] }, (job) =>
      options.inSpan(describeJob(name, job), () =>
        runJob(job, { ...options, awaited, name, run: jobs[name] }),
      ),
    );
  await register('provision');
  await register('remove');
  await register('notify');
  await register('deliver');
  await register('sweep');
  await register('verify-account');
  await register('check-run');
  await register('guide-walk');
  await register('plan-set');
  await register('apply');
}

function describeJob(
  name: QueueName,
  { id, attempt, traceparent }: Pick<Job<QueueName>, 'id' | 'attempt' | 'traceparent'>,
): SpanDescription {
  return {
    name: `job ${name}`,
    kind: 'consumer',
    continues: traceparent,
    attributes: { 'rolecall.queue': name, 'rolecall.job.id': id, 'rolecall.job.attempt': attempt },
  };
}

async function runJob<Name extends QueueName>(
  { id, attempt, data, signal: jobSignal, postpone }: Job<Name>,
  worker: WorkerOptions & {
    readonly awaited: Set<string>;
    readonly name: Name;
    readonly run: (data: JobData[Name], context: Parameters<Jobs[Name]>[1]) => Promise<void>;
  },
): Promise<void> {
  const { name, run, log, onJob, now } = worker;
  const isLastAttempt = attempt >= (queues[name].retryLimit ?? 0);
  const signal = AbortSignal.any([jobSignal, worker.signal]);
  const about = { queue: name, jobId: id, attempt, ...data };
  const began = now().getTime();
  const end = (outcome: JobOutcome): void => onJob(name, outcome, (now().getTime() - began) / 1000);
  try {
    const holder = `${id}:${attempt}`;
    const holdAccount = holdingAccounts({ ...worker, signal, holder });
    const hadItsTurn = await unlessBusy(
      run(data, { id, attempt, isLastAttempt, signal, holdAccount, log }),
    );
    // It gives up its place in the process, and does not count as an attempt.
    if (!hadItsTurn) await postpone(postponeSeconds);
    end(hadItsTurn ? 'done' : 'postponed');
  } catch (error) {
    end(isLastAttempt ? 'given-up' : 'failed');
    // The job becomes a dead letter; the sweep finds what it left behind.
    if (isLastAttempt) log.error({ ...about, err: error }, 'a job was given up');
    else log.warn({ ...about, err: error }, 'a job failed and will be tried again');
    throw error;
  }
}

async function unlessBusy(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AccountBusy) return false;
    throw error;
  }
}
