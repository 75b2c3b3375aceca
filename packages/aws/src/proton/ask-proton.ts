import { type ErrorCode, lifecycle, RolecallError } from '@rolecall/core';
import { ask } from '../ask.ts';
import { awsErrorCode } from '../aws-failure.ts';

/** Asks Proton, which has ended: what may be behind a failure is said with it. */
export async function askProton<T>(action: string, send: () => Promise<T>): Promise<T> {
  try {
    return await ask(action, send);
  } catch (error) {
    throw error instanceof RolecallError ? explain(error) : error;
  }
}

/** What a service that is no more may answer; which of them AWS has not said. */
const mayMeanEnded: readonly ErrorCode[] = [
  'ACCESS_DENIED',
  'AWS_ERROR',
  'AWS_UNREACHABLE',
  'BAD_RESPONSE',
];

function explain(error: RolecallError): RolecallError {
  const { code, message, details } = error;
  const role = missingRole(error);
  if (role !== undefined) {
    return new RolecallError('ENTITY_MISSING', message, { ...details, subject: role });
  }
  const { title, since } = lifecycle.services['proton'] ?? {};
  if (!mayMeanEnded.includes(code) || since === undefined) return error;
  const ended = `AWS ended ${title} on ${since}: where it no longer answers, nothing is left to set.`;
  const hint = details.hint === undefined ? ended : `${ended} ${details.hint}`;
  return new RolecallError(code, message, { ...details, hint });
}

/** A role that was just made is not known everywhere yet; the error names it. */
function missingRole({ message, details }: RolecallError): string | undefined {
  if (awsErrorCode(details.cause) !== 'Validation') return undefined;
  return /arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*[\w+=@-]/.exec(message)?.[0];
}
