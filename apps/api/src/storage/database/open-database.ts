import type { Database } from './database.ts';
import { openPglite, type PgliteSource } from './open-pglite.ts';
import { openPostgres, type PostgresSource } from './open-postgres.ts';

export type DatabaseSource = PgliteSource | PostgresSource;

/** Opens the database and brings its tables up to date, or refuses those that are behind. */
export async function openDatabase(source: DatabaseSource): Promise<Database> {
  switch (source.kind) {
    case 'pglite':
      return openPglite(source);
    case 'postgres':
      return openPostgres(source);
    default:
      return source satisfies never;
  }
}
