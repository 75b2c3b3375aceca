import { type ApplyReport, type ErrorCode, RolecallError } from '@rolecall/core';

/** Why work in an account did not come to its end; for people, and for who decides to try again. */
export interface WorkFailure {
  readonly code: ErrorCode;
  readonly message: string;
  /** What failed, one by one. */
  readonly details: readonly string[];
  /** Whether the same may go well another time, with nobody doing anything about it. */
  readonly retry: boolean;
}

const passing: ReadonlySet<ErrorCode> = new Set([
  'APPLY_INCOMPLETE',
  'AWS_ERROR',
  'AWS_UNREACHABLE',
  'BAD_RESPONSE',
  'CONCURRENT_MODIFICATION',
  'CREDENTIALS_EXPIRED',
  'INTERRUPTED',
  'LEASE_HELD',
  'LEASE_LOST',
  'PLAN_CHANGED',
  'THROTTLED',
]);

/** Of anything but a RolecallError it throws: that is a defect of ours. */
export function failureOf(error: unknown): WorkFailure {
  if (!(error instanceof RolecallError)) throw error;
  const { code, message, details } = error;
  return {
    code,
    message,
    details: (details.diagnostics ?? []).map((one) => one.message),
    retry: passing.has(code),
  };
}

/** Of a run that did not do all it had planned. */
export function incompleteOf({ results, interrupted }: ApplyReport): WorkFailure {
  const open = results.filter(({ status }) => status !== 'done' && status !== 'already');
  return {
    code: interrupted ? 'INTERRUPTED' : 'APPLY_INCOMPLETE',
    message: `${open.length} of ${results.length} operations were not carried out.`,
    details: open.map(
      ({ action, resource, status, message }) =>
        `${action} on ${resource}: ${status}${message === undefined ? '' : `, ${message}`}`,
    ),
    retry: true,
  };
}
