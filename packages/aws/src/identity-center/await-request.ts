import { RolecallError } from '@rolecall/core';
import { badResponse } from '../ask.ts';
import type { Waiting } from './perform-and-read.ts';

/** What AWS says of a request that it does in its own time. */
export interface RequestStatus {
  readonly Status?: string | undefined;
  readonly RequestId?: string | undefined;
  readonly FailureReason?: string | undefined;
}

/** Most are done within seconds; many accounts take minutes. */
const longestWaitMs = 15 * 60_000;

interface Awaited {
  readonly action: string;
  readonly started: RequestStatus | undefined;
  readonly poll: (id: string) => Promise<RequestStatus | undefined>;
}

/**
 * Waits until AWS says that the request succeeded. That it was accepted means little: an account
 * that is full of roles shows only here.
 */
export async function awaitRequest(
  { action, started, poll }: Awaited,
  { sleep, signal }: Waiting,
): Promise<void> {
  let status = started;
  for (let waited = 0, waitMs = 500; ; waited += waitMs, waitMs = Math.min(waitMs * 2, 5_000)) {
    if (status?.Status === 'SUCCEEDED') return;
    if (status?.Status === 'FAILED') throw failed(action, status.FailureReason);
    const id = status?.RequestId;
    if (id === undefined) throw badResponse(action, 'without a RequestId');
    if (waited > longestWaitMs) throw unfinished(action, id);
    await sleep(waitMs, signal);
    if (signal.aborted) throw new RolecallError('INTERRUPTED', `Interrupted during ${action}.`);
    status = await pollPatiently(poll, { ...status, RequestId: id });
  }
}

/** A poll that is throttled says nothing of the request. */
async function pollPatiently(
  poll: Awaited['poll'],
  status: RequestStatus & { readonly RequestId: string },
): Promise<RequestStatus | undefined> {
  try {
    return await poll(status.RequestId);
  } catch (error) {
    if (error instanceof RolecallError && error.code === 'THROTTLED') return status;
    throw error;
  }
}

function failed(action: string, reason = 'no reason given'): RolecallError {
  const full = /exceed|quota|limit/i.test(reason);
  return new RolecallError(
    full ? 'QUOTA_EXCEEDED' : 'AWS_ERROR',
    `${action}: AWS took it and failed. AWS says: ${reason}`,
    {
      action,
      hint: full
        ? 'Delete roles that are no longer needed in that account, or ask for more in Service Quotas; then run again.'
        : 'Mend that in the account it is about; then run again.',
    },
  );
}

function unfinished(action: string, id: string): RolecallError {
  return new RolecallError(
    'AWS_ERROR',
    `${action}: request ${id} is still under way after ${longestWaitMs / 60_000} minutes.`,
    { action, hint: 'Run again later: what is done by then is left alone.' },
  );
}
