import { RolecallError } from '@rolecall/core';
import { awsErrorCode } from './aws-failure.ts';
import { badResponseHint, translateError } from './translate-error.ts';

/** Sends one request; its errors come out translated. `action` is e.g. `iam:GetRole`. */
export async function ask<T>(action: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw translateError(error, action);
  }
}

/**
 * For `.catch()` behind `ask`: the named AWS codes mean that there is nothing, and give
 * `undefined`; every other error goes on.
 */
export function nothingOn(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    const code = error instanceof RolecallError ? awsErrorCode(error.details.cause) : undefined;
    if (code !== undefined && codes.includes(code)) return undefined;
    throw error;
  };
}

/**
 * A member that AWS always sends. The SDK takes any 200 answer for success, a proxy's HTML page
 * too, and shows its members as absent; so absent is an error, and never "there is nothing".
 */
export function required<T>(value: T | undefined | null, action: string, member: string): T {
  if (value === undefined || value === null) throw badResponse(action, `without ${member}`);
  return value;
}

/** `how` ends the sentence "{action} answered …". */
export function badResponse(action: string, how: string, cause?: unknown): RolecallError {
  return new RolecallError('BAD_RESPONSE', `${action} answered ${how}.`, {
    action,
    cause,
    hint: badResponseHint,
  });
}
