import { checks, type Exception, RolecallError, readExceptions } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { type ProblemItem, problem } from '../../http/problem.ts';

/**
 * Reads exceptions as they are stored. They stand in no file, so that nobody is sent to a line.
 *
 * @throws RolecallError `EXCEPTIONS_INVALID` with all faults
 */
export function readStoredExceptions(
  stored: readonly Json[],
  now: Date,
): readonly Omit<Exception, 'position'>[] {
  const text = JSON.stringify({ version: 1, exceptions: stored });
  const known = { checks: checks.map(({ id }) => id), now };
  return readExceptions('exceptions', text, known).map(({ position: _, ...read }) => read);
}

/** @throws Problem `body-invalid` that points at each exception that cannot be used */
export function requireExceptions(given: readonly Json[], now: Date): void {
  try {
    readStoredExceptions(given, now);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { diagnostics = [] } = error.details;
    throw problem('body-invalid', { errors: diagnostics.map(toItem), cause: error });
  }
}

/** Core tells the place in front: `exceptions.0.expires: must be …`. */
const placed = /^(exceptions(?:\.[^.: ]+)*):? (.+)$/s;

function toItem({ message, hint }: { message: string; hint?: string | undefined }): ProblemItem {
  const [, place, rest = message] = placed.exec(message) ?? [];
  return {
    ...(place !== undefined && { pointer: `/${place.replaceAll('.', '/')}` }),
    message: rest,
    ...(hint !== undefined && { hint }),
  };
}
