import { RolecallError } from '@rolecall/core';
import { ask } from '../ask.ts';
import type { ReadContext } from './read-context.ts';

interface Wait {
  readonly seconds: number;
  /** What is waited for, e.g. `iam:GetCredentialReport`. */
  readonly action: string;
}

/** @throws RolecallError `INTERRUPTED` where the signal fires meanwhile */
export async function wait(
  { sleep, signal }: Pick<ReadContext, 'sleep' | 'signal'>,
  { seconds, action }: Wait,
): Promise<void> {
  await ask(action, () => sleep(seconds * 1000, signal));
  if (signal.aborted)
    throw new RolecallError('INTERRUPTED', `Interrupted while waiting for ${action}.`);
}
