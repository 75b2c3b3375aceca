import { RolecallError } from '@rolecall/core';
import { readFailure } from './aws-failure.ts';

/** The text without the token and without longer pieces of it: AWS cuts off what it quotes. */
export function hideToken(text: string, token: string): string {
  const without = token === '' ? text : text.replaceAll(token, hidden);
  return without.replace(/[\w-]{12,}/g, (piece) => (token.includes(piece) ? hidden : piece));
}

const hidden = '[token]';

/**
 * The error without the token anywhere. In the place of the SDK's error, from which the request and
 * the answer can be reached, stands one with its name and text.
 */
export function withoutToken(error: RolecallError, token: string): RolecallError {
  const hide = (text: string | undefined) => text && hideToken(text, token);
  const { hint, subject, cause, ...details } = error.details;
  const { code, message } = readFailure(cause);
  const bare = new Error(hide(message));
  bare.name = code;
  return new RolecallError(error.code, hideToken(error.message, token), {
    ...details,
    hint: hide(hint),
    subject: hide(subject),
    cause: cause === undefined ? undefined : bare,
  });
}
