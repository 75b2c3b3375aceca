import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../migrations/index.ts';
import type { Tables } from '../tables.ts';

/**
 * Brings the tables up to date; all of it or nothing. On PostgreSQL an advisory lock lets replicas
 * that start together take turns.
 */
export async function migrate(sql: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: sql, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
