import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { ReadRows } from './stuck.fixture.ts';

/** Rows of the folder of a service that has stopped. */
export function pgliteRows(folder: string): ReadRows {
  return async (sql) => {
    const database = await PGlite.create({ dataDir: join(folder, 'database') });
    try {
      return (await database.query(sql)).rows;
    } finally {
      await database.close();
    }
  };
}
