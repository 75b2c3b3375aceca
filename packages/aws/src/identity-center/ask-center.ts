import { RolecallError } from '@rolecall/core';
import { ask } from '../ask.ts';
import { awsErrorCode, readFailure } from '../aws-failure.ts';

/**
 * Sends one request to Identity Center or its identity store, and says what their errors mean:
 * these services have other words than IAM. `subject` is the key of the resource it is about.
 */
export async function askCenter<T>(
  action: string,
  subject: string,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await ask(action, send);
  } catch (error) {
    throw error instanceof RolecallError ? meant(error, { action, subject }) : error;
  }
}

interface Asked {
  readonly action: string;
  readonly subject: string;
}

function meant(error: RolecallError, { action, subject }: Asked): RolecallError {
  const { cause } = error.details;
  const { message } = readFailure(cause);
  const said = `AWS says: ${message}`;
  switch (awsErrorCode(cause)) {
    case 'ResourceNotFound':
      return missing(subject, { action, cause, said });
    case 'Conflict':
      // One code for what is there already and for what is busy; only the second passes.
      return /already|duplicate|exists/i.test(message)
        ? new RolecallError('ENTITY_EXISTS', `${action}: it exists already. ${said}`, {
            action,
            cause,
            hint: 'Choose another name, or adopt what exists.',
          })
        : new RolecallError('CONCURRENT_MODIFICATION', `${action}: it is busy. ${said}`, {
            action,
            cause,
            hint: 'Run again when the other change is through.',
          });
    case 'ServiceQuotaExceeded':
      return new RolecallError('QUOTA_EXCEEDED', `${action} would go beyond a quota. ${said}`, {
        action,
        cause,
        hint: 'Delete what is no longer needed, or ask for more in Service Quotas.',
      });
    default:
      return error;
  }
}

interface Missed {
  readonly action: string;
  readonly cause?: unknown;
  readonly said?: string;
}

export function missing(subject: string, { action, cause, said = '' }: Missed): RolecallError {
  return new RolecallError('ENTITY_MISSING', `${action}: ${subject} does not exist. ${said}`, {
    action,
    cause,
    subject,
    hint: 'Somebody may have deleted it meanwhile; plan again.',
  });
}

/** For `.catch()` behind `askCenter`. */
export function noneIfMissing(error: unknown): undefined {
  if (error instanceof RolecallError && error.code === 'ENTITY_MISSING') return undefined;
  throw error;
}
