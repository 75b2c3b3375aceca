import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RolecallError } from '@rolecall/core';
import { systemReason } from './system-reason.ts';

/** Fails early where a file could not be written later. */
export async function requireWritable(cwd: string, file: string): Promise<void> {
  const path = resolve(cwd, file);
  try {
    await access(dirname(path), constants.W_OK | constants.X_OK);
    const existing = await stat(path).catch(() => undefined);
    if (existing?.isDirectory()) throw new Error('it is a folder');
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

export async function writeText(cwd: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), text);
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

function notWritable(file: string, cause: unknown): RolecallError {
  return new RolecallError(
    'FILE_UNREADABLE',
    `${file} cannot be written: ${systemReason(cause)}.`,
    {
      hint: 'See that its folder exists and that you may write there.',
      cause,
    },
  );
}
