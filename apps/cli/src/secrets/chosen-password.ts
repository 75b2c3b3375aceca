import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { RolecallError, type Secret, secretOf } from '@rolecall/core';
import type { Environment } from '../environment.ts';

export interface ChosenOptions {
  readonly passwordFd?: string;
  readonly choose?: boolean;
}

/**
 * A password that a person chose: from a prompt that shows nothing, or from a file descriptor.
 * Arguments and variables are no way in: every process of the machine can read them.
 */
export async function chosenPassword(
  { stdin, stderr, signal }: Environment,
  { passwordFd, choose }: ChosenOptions,
): Promise<Secret | undefined> {
  if (passwordFd !== undefined) return readDescriptor(passwordFd);
  if (choose !== true) return undefined;
  if (!stdin.isTTY || stdin.readHidden === undefined) {
    throw new RolecallError('USAGE', 'There is no terminal to ask for a password.', {
      hint: 'Hand it over with --password-fd N, or have one made up.',
    });
  }
  const ask = async (question: string) => {
    stderr.write(question);
    const typed = await stdin.readHidden?.(signal);
    stderr.write('\n');
    return typed ?? '';
  };
  const password = await ask('New password (nothing is shown): ');
  if (password !== (await ask('The same again: '))) {
    throw new RolecallError('USAGE', 'The two are not the same; nothing was changed.');
  }
  return secretOf(password);
}

async function readDescriptor(text: string): Promise<Secret> {
  const fd = /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (fd === undefined || fd < 3) {
    throw new RolecallError('USAGE', '--password-fd takes the number of a descriptor from 3 on.', {
      hint: 'E.g. `rolecall secret reset-password ada --password-fd 3 3<password.txt`.',
    });
  }
  try {
    const lines = createInterface({ input: createReadStream('', { fd }) });
    for await (const line of lines) return secretOf(line);
  } catch (cause) {
    throw unreadable(fd, cause);
  }
  throw new RolecallError('USAGE', `Descriptor ${fd} gave no line.`);
}

function unreadable(fd: number, cause: unknown): RolecallError {
  return new RolecallError('USAGE', `Descriptor ${fd} cannot be read.`, { cause });
}
