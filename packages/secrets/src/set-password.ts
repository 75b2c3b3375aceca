import { type ErrorCode, type NewPassword, RolecallError } from '@rolecall/core';
import type { Kept } from './delivery.ts';
import type { SignInWorld } from './world.ts';

export interface PasswordSetting {
  readonly user: string;
  readonly given: NewPassword;
  /** Whether the user has a password already. */
  readonly replaces: boolean;
  readonly kept: Kept;
}

/**
 * Makes what is kept the user's password. The port asks once, so that a refusal means that this very
 * call did nothing; what is kept goes only where that holds of every call. Whatever else it fails
 * with says where it lies (`APPLY_INCOMPLETE`).
 */
export async function setPassword(
  { user, given, replaces, kept }: PasswordSetting,
  { port, sleep }: Pick<SignInWorld, 'port' | 'sleep'>,
): Promise<void> {
  let isThere = replaces;
  let mayHold = false;
  const send = async (): Promise<void> => {
    if (isThere) return port.changePassword(user, given);
    try {
      await port.createPassword(user, given);
    } catch (error) {
      if (!isCode(error, ['ENTITY_EXISTS'])) throw error;
      // An answer of ours got lost, or somebody was faster. It is ours that somebody holds.
      isThere = true;
      mayHold = true;
      await port.changePassword(user, given);
    }
  };
  for (const waitMs of [1_000, 4_000, 0]) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      if (!isCode(error, refusals)) mayHold = true;
      if (waitMs > 0 && isCode(error, passing)) await sleep(waitMs);
      else if (mayHold) throw unknown(user, error, kept);
      else {
        await kept.discard();
        throw error;
      }
    }
  }
}

/** Codes that say that a call did nothing. */
const refusals: readonly ErrorCode[] = [
  'ACCESS_DENIED',
  'CONCURRENT_MODIFICATION',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_INVALID',
  'CREDENTIALS_MISSING',
  'ENTITY_MISSING',
  'LEASE_LOST',
  'QUOTA_EXCEEDED',
  'THROTTLED',
];

/** After which the same is worth asking again: the same password twice is the same password. */
const passing: readonly ErrorCode[] = ['AWS_UNREACHABLE', 'CONCURRENT_MODIFICATION', 'THROTTLED'];

function isCode(error: unknown, codes: readonly ErrorCode[]): boolean {
  return error instanceof RolecallError && codes.includes(error.code);
}

/** With a code of its own: whoever looks would find a password, and take it for delivered. */
function unknown(user: string, error: RolecallError, { place }: Kept): RolecallError {
  return new RolecallError(
    'APPLY_INCOMPLETE',
    `${error.message} Whether the new password of ${user} holds is not known; ${place} has it.`,
    { cause: error, hint: `Keep it, and run \`rolecall secret reset-password ${user}\`.` },
  );
}
