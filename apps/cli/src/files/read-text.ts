import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RolecallError } from '@rolecall/core';
import { systemReason } from './system-reason.ts';

export async function readText(cwd: string, file: string, hint?: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw notReadable(file, { hint, cause });
  }
}

export function notReadable(
  file: string,
  details: { hint?: string | undefined; cause: unknown },
): RolecallError {
  const reason = systemReason(details.cause);
  return new RolecallError('FILE_UNREADABLE', `${file} cannot be read: ${reason}.`, details);
}
