import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { RolecallError } from '@rolecall/core';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { fromPglite } from 'pg-boss';
import { makeFolder } from '../../config/make-folder.ts';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';
import { instantsAsText } from './instants-as-text.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate, requireMigrated } from './migrate.ts';

/** PostgreSQL inside this process: one process, about 1 GiB of memory, fsync off. */
export interface PgliteSource {
  readonly kind: 'pglite';
  /** Made when it is missing; `memory://` keeps nothing. */
  readonly folder: string;
  /** Whether this is production (`NODE_ENV`), where it is refused … */
  readonly production?: boolean;
  /** … unless the operator insists. */
  readonly allowInProduction?: boolean;
  /** Without it, true; else tables that are behind are refused. */
  readonly migrateAtStart?: boolean;
  /** An archive of `dumpDataDir` to begin with instead of an empty database. */
  readonly seed?: Blob;
}

export interface PgliteDatabase extends Database {
  /** Everything as an archive (tar, gzip): a backup, and a seed for another database. */
  dump(): Promise<Blob>;
}

/**
 * @throws RolecallError `USAGE` in production, or where tables are behind and not to be migrated;
 *   `CONFLICT` when another process has the folder; `FILE_UNREADABLE` where what is there cannot be
 *   opened; the error of the file system where the folder cannot be used
 */
export async function openPglite(source: PgliteSource): Promise<PgliteDatabase> {
  refuseInProduction(source);
  if (source.folder === 'memory://') return openIn('memory://', source);
  const lock = lockFolder(source.folder);
  try {
    // A folder of its own: PostgreSQL starts only in one that is empty or its own.
    const dataDir = join(source.folder, 'database');
    closeToOthers(dataDir);
    const database = await openIn(dataDir, source);
    // The lock last: nobody may open the folder while this is still writing to it.
    const close = () => database.close().finally(lock.release);
    return { ...database, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** PGlite writes files that all may write, and the folder around may be there already, and open. */
function closeToOthers(folder: string): void {
  // Where it cannot be made, PGlite says nothing and never comes back.
  makeFolder(folder);
  chmodSync(folder, 0o700);
}

async function openIn(
  dataDir: string,
  { seed, migrateAtStart = true }: PgliteSource,
): Promise<PgliteDatabase> {
  const pglite = await PGlite.create({
    dataDir,
    ...(seed === undefined ? {} : { loadDataDir: seed }),
  }).catch((error: unknown) => {
    throw unreadable(dataDir, error);
  });
  const database = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [instantsAsText],
  });
  try {
    await (migrateAtStart ? migrate : requireMigrated)(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    kind: 'pglite',
    sql: database,
    jobs: { backend: 'pglite', db: fromPglite(pglite), migrate: migrateAtStart },
    ping: async () => void (await sql`select 1`.execute(database)),
    dump: () => pglite.dumpDataDir('gzip'),
    close: () => database.destroy(),
  };
}

function unreadable(dataDir: string, cause: unknown): RolecallError {
  return new RolecallError('FILE_UNREADABLE', `the database in ${dataDir} cannot be opened`, {
    cause,
    subject: dataDir,
    hint: 'It is damaged or of another version: put a backup there, or choose another folder.',
  });
}

function refuseInProduction(source: PgliteSource): void {
  if (source.production !== true || source.allowInProduction === true) return;
  throw new RolecallError('USAGE', 'the embedded database is not meant for production', {
    hint: 'It serves one process and may lose the last writes in a power cut. Use PostgreSQL.',
  });
}
