import type { RoleRequestDeps } from '../deps.ts';

export interface JobDeps extends RoleRequestDeps {
  readonly sleep: (ms: number) => Promise<void>;
}

/** One attempt at a job. */
export interface Attempt {
  /** With the attempt it names the holder of a lease. */
  readonly jobId: string;
  /** Counts from 0. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** Another job works in the account: this one comes back then. */
export function afterBusy(now: Date): string {
  return new Date(now.getTime() + 2000).toISOString();
}

/** Thrown so that the queue tries the job again; what is wrong is written down already. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}
