import { RolecallError } from '@rolecall/core';
import type { Leftovers } from '../../../role-requests/leftovers.ts';
import { failureOf, type WorkFailure } from '../../../role-requests/work-failure.ts';
import type { JobContext } from '../../../work/jobs.ts';
import type { RoleRequestDeps } from '../deps.ts';

export interface JobDeps extends RoleRequestDeps {
  readonly sleep: (ms: number) => Promise<void>;
  /** Told of defects of ours, which a job survives. */
  readonly onFault: (error: unknown) => void;
}

/** One attempt at a job. */
export type Attempt = Pick<JobContext, 'attempt' | 'isLastAttempt' | 'holdAccount'>;

/** Whether a failure that may pass is tried again before it counts as one. */
export function mayRetry(
  { terms }: Pick<JobDeps, 'terms'>,
  { attempt, isLastAttempt }: Attempt,
): boolean {
  return !isLastAttempt && attempt + 1 < terms.attempts;
}

/** Thrown so that the queue tries the job again; what is wrong is written down already. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** Work that broke off with an error: nobody looked at what is there. */
export function brokenOff(
  error: unknown,
  { onFault }: Pick<JobDeps, 'onFault'>,
): { readonly kind: 'failed'; readonly failure: WorkFailure; readonly leftovers: Leftovers } {
  const why = 'nobody could look.';
  const leftovers = { kind: 'unknown', why } as const;
  if (error instanceof RolecallError)
    return { kind: 'failed', failure: failureOf(error), leftovers };
  onFault(error);
  const message = 'The service broke off; its log says why.';
  const failure = { code: 'INTERRUPTED', message, details: [], retry: true } as const;
  return { kind: 'failed', failure, leftovers };
}
