import { RolecallError, type Secret, withoutSecrets } from '@rolecall/core';
import { awsErrorCode } from '../aws-failure.ts';
import { translateError } from '../translate-error.ts';

/**
 * Sends a request that carries a secret, or is answered with one. What comes out of a failure holds
 * AWS's code and nothing of request or answer: the SDK's own errors keep both.
 */
export async function askSecretly<T>(
  action: string,
  secrets: readonly Secret[],
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw scrub(error, action, secrets);
  }
}

function scrub(error: unknown, action: string, secrets: readonly Secret[]): RolecallError {
  const { code, message, details } = translateError(error, action);
  const { hint, subject } = details;
  return new RolecallError(code, withoutSecrets(message, secrets), {
    action,
    subject,
    hint: hint === undefined ? undefined : withoutSecrets(hint, secrets),
    cause: new Error(awsErrorCode(error)),
  });
}
