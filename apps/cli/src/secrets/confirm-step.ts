import { RolecallError } from '@rolecall/core';
import type { Environment } from '../environment.ts';

/** Whether a person agrees to what is about to be done, or --yes does. */
export async function confirmStep(
  { stdin, stderr, signal }: Environment,
  what: string,
  yes: boolean,
): Promise<boolean> {
  if (yes) return true;
  if (!(stdin.isTTY && stderr.isTTY)) {
    throw new RolecallError('USAGE', 'There is nobody to ask: this is no terminal.', {
      hint: 'Say --yes.',
    });
  }
  stderr.write(`${what} Type yes to do it: `);
  return (await stdin.readLine(signal))?.trim() === 'yes';
}
