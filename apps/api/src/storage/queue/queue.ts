import type { ControlledTransaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { JobData, QueueName } from './queues.ts';

export interface EnqueueOptions {
  /**
   * At most one job with this key waits in a queue; jobs that run do not count. Without it: the
   * data and `startAfter`, so that a job for later never stands in the way of one for now.
   */
  readonly singletonKey?: string;
  /** An instant; not worked before. */
  readonly startAfter?: string;
  /** Adds none while one with the same key runs, either, or waits to be tried again. */
  readonly unlessLive?: boolean;
}

export interface Job<Name extends QueueName> {
  readonly id: string;
  readonly data: JobData[Name];
  /** Of the span that sent it; null when that was not traced. */
  readonly traceparent: string | null;
  /** Counts from 0; with the id it names one attempt, as the holder of a lease. */
  readonly attempt: number;
  /** Aborted when the job has run out of time or the service stops. */
  readonly signal: AbortSignal;
  /**
   * Gives the job back, to be worked after so many seconds, by whoever is free then; the handler is
   * to return. This attempt does not count, and the next one goes by another id.
   */
  postpone(seconds: number): Promise<void>;
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
  /** What waits to be worked now, for readiness and metrics; queues without such jobs are left out. */
  backlog(): Promise<readonly Backlog[]>;
  /** Jobs that nobody tries again, the oldest first; the first thousand. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** How many there are, by the queue of the jobs; queues without any are left out. */
  countDeadLetters(): Promise<readonly DeadLetterCount[]>;
  /**
   * Puts a dead letter's job back into its queue, unless the same job is there already, and takes the
   * letter away.
   */
  redrive(trx: ControlledTransaction<Tables>, id: string): Promise<DeadLetter | 'missing'>;
  /** Takes a dead letter away. */
  discard(trx: ControlledTransaction<Tables>, id: string): Promise<DeadLetter | 'missing'>;
  /** Waits for the jobs that run, at most that long, and takes no more. */
  stop(graceMs: number): Promise<void>;
}

export interface Backlog {
  readonly queue: string;
  readonly waiting: number;
  /** How long the one that has waited longest could have been worked. */
  readonly oldestSeconds: number;
}

/** A job that failed in its last attempt, or whose worker was killed in it. */
export interface DeadLetter {
  readonly id: string;
  /** It failed there. */
  readonly queue: string;
  /** As of `JobData`. */
  readonly data: { readonly [name: string]: string | number };
  readonly attempts: number;
  /** ISO 8601, in UTC. */
  readonly diedAt: string;
  /** Of the last attempt; for people. */
  readonly failure: string | null;
}

export interface DeadLetterCount {
  readonly queue: string;
  readonly count: number;
}
