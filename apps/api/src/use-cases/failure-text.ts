import { RolecallError } from '@rolecall/core';

/** What people are told of work that failed. Of a defect of ours nothing more: it is in the log. */
export function failureText(error: unknown): string {
  if (!(error instanceof RolecallError)) return 'A fault of the service.';
  const { hint, diagnostics = [] } = error.details;
  const details = diagnostics.slice(0, mostDetails).map(({ message }) => message);
  return [error.message, ...details, ...(hint === undefined ? [] : [hint])].join(' ');
}

const mostDetails = 20;
