import { z } from 'zod';
import { RolecallError } from '../../model/errors.ts';

/**
 * What a kept plan says of one resource. Fails (`PLAN_INVALID`) where another version kept it in a
 * form that this one does not know.
 */
export function readKept<T>(resource: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof z.ZodError ? unreadable(resource, error) : error;
  }
}

function unreadable(resource: string, cause: z.ZodError): RolecallError {
  const message = `What the plan says of ${resource} is in a form that this version cannot read.`;
  const hint = 'Go back with the version of Rolecall that made the plan.';
  return new RolecallError('PLAN_INVALID', message, { subject: resource, hint, cause });
}
