import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RolecallError } from '@rolecall/core';
import { makeFolder } from '../../config/make-folder.ts';

/**
 * PGlite lets two processes write one folder and loses what one of them wrote
 * (https://github.com/electric-sql/pglite/issues/1106), so one process at a time holds an exclusive
 * lock of SQLite on a file in it. The kernel drops it with the process, even after `kill -9`; a file
 * with a process id would not do, since in containers every process is number 1.
 *
 * @throws RolecallError `CONFLICT` when another process has the folder; the error of the file system
 *   or of SQLite where the folder cannot be used
 */
export function lockFolder(folder: string): { release(): void } {
  makeFolder(folder);
  const file = join(folder, 'lock');
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
    chmodSync(file, 0o600);
  } catch (error) {
    lock.close();
    throw isBusy(error) ? folderTaken(folder, error) : error;
  }
  return { release: () => lock.close() };
}

/** https://sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function folderTaken(folder: string, cause: unknown): RolecallError {
  return new RolecallError('CONFLICT', `another process has ${folder} open`, {
    cause,
    subject: folder,
    hint: 'The embedded database serves one process. Stop the other one, choose another folder, or use PostgreSQL.',
  });
}
