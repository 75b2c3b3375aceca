import type { QueueOptions } from 'pg-boss';

/**
 * What each queue's jobs carry. Ids only: a worker reads the state before it does anything, so that
 * a job that comes twice does no harm.
 */
export interface JobData {
  readonly provision: { readonly requestId: string };
  readonly remove: { readonly grantId: string };
  /** Of one audit event: whom to tell is found out when the job runs. */
  readonly notify: { readonly sequence: number };
  readonly deliver: { readonly deliveryId: string };
  readonly sweep: { readonly [nothing: string]: never };
  readonly 'verify-account': { readonly accountId: string };
  readonly 'check-run': { readonly checkRunId: string };
  readonly 'guide-walk': { readonly guideWalkId: string };
  readonly 'plan-set': { readonly planSetId: string };
  readonly apply: { readonly applicationId: string };
}

export type QueueName = keyof JobData;

/** Workers show that they live; the jobs of one that was killed are another's after that. */
const heartbeatSeconds = 30;

/** However long the service was away: what waits is neither dropped before nor after. */
const retentionSeconds = 366 * 86_400;

/** Work on AWS: long, tried again for about an hour. */
const onAws: QueueOptions = {
  retryLimit: 8,
  retryBackoff: true,
  retryDelay: 5,
  retryDelayMax: 900,
  expireInSeconds: 1800,
  heartbeatSeconds,
  retentionSeconds,
};

/** Work of our own: short. */
const local: QueueOptions = {
  retryLimit: 5,
  retryBackoff: true,
  retryDelay: 1,
  retryDelayMax: 60,
  expireInSeconds: 120,
  heartbeatSeconds,
  retentionSeconds,
};

export const queues: Readonly<Record<QueueName, QueueOptions>> = {
  provision: onAws,
  // What has to go away is tried for days; the sweep begins again after that.
  remove: { ...onAws, retryLimit: 100 },
  notify: local,
  // When to try again is a column of the delivery: its waits are longer than a job's.
  deliver: { ...local, retryLimit: 2 },
  sweep: { ...local, retryLimit: 0 },
  'verify-account': { ...onAws, retryLimit: 3 },
  'check-run': { ...onAws, retryLimit: 3 },
  'guide-walk': { ...onAws, retryLimit: 3 },
  'plan-set': { ...onAws, retryLimit: 3 },
  // People look at how a plan went before it is tried once more.
  apply: { ...onAws, retryLimit: 1 },
};

/**
 * Where a job goes that nobody tries again: nothing works this queue, so that a job stays there until
 * an operator has looked.
 */
export const deadLetterQueue = 'dead-letter';
export const deadLetterOptions: QueueOptions = { retentionSeconds: 60 * retentionSeconds };

/**
 * These leave nothing to look at: another sweep comes in a minute, and how a delivery went stands in
 * its row, which the sweep goes by.
 */
export const withoutDeadLetters: ReadonlySet<string> = new Set<QueueName>(['sweep', 'deliver']);
