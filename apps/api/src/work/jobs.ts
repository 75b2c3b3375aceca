import type { JobData, QueueName } from '../storage/queue/queues.ts';
import type { HoldAccount } from './hold-account.ts';
import type { Log } from './log.ts';

/** What a job is given besides its data. */
export interface JobContext {
  readonly id: string;
  /** Counts from 0. */
  readonly attempt: number;
  /** Nobody tries again after this one: what fails now has to be said to people. */
  readonly isLastAttempt: boolean;
  /** Aborted when the job has run out of time or the service stops. */
  readonly signal: AbortSignal;
  readonly holdAccount: HoldAccount;
  readonly log: Log;
}

/**
 * What is done with the jobs of each queue. Each reads the state before it does anything, since a
 * job may come twice; one that throws is tried again as its queue says.
 */
export type Jobs = {
  readonly [Name in QueueName]: (data: JobData[Name], context: JobContext) => Promise<void>;
};

/** The jobs that use cases do. Of `sweep` it is what time does to role requests and grants. */
export type UseCaseJobs = Omit<Jobs, 'notify' | 'deliver'>;

/**
 * Whether work that a job finds begun was another job's, which is not there any more: its process was
 * killed in its last attempt.
 */
export function wasCutOff({ attempt }: Pick<JobContext, 'attempt'>): boolean {
  return attempt === 0;
}
