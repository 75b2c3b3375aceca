import { chmod, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RolecallError } from '@rolecall/core';

/** Makes the folder, for its owner alone; fails (`USAGE`) where it is there and others can look in. */
export async function makePrivate(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) return await chmod(folder, 0o700);
    const { mode } = await stat(folder);
    if ((mode & 0o077) === 0) return;
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  throw new RolecallError('USAGE', `Others than you can look into ${folder}.`, {
    hint: `Run \`chmod 700 ${folder}\`, or name another folder.`,
  });
}

/** A new file, on the disk when it returns, and nobody else's to read. */
export async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  try {
    const file = await open(join(folder, name), 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(folder);
  } catch (cause) {
    throw unwritable(join(folder, name), cause);
  }
}

/** A new name is durable once its folder is; Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function unwritable(path: string, cause: unknown): RolecallError {
  return new RolecallError('FILE_UNREADABLE', `${path} cannot be written.`, {
    cause,
    hint: 'See that the disk has room and that you may write there.',
  });
}
