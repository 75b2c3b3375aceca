import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RolecallError } from '@rolecall/core';

/** Fails (`USAGE`) where there is a file already. */
export async function requireAbsent(cwd: string, name: string): Promise<void> {
  const exists = await access(resolve(cwd, name)).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new RolecallError('USAGE', `${name} is there already; nothing was written.`, {
    hint: 'Say --force to overwrite it.',
  });
}
