import { RolecallError } from '@rolecall/core';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../migrations/index.ts';
import type { Tables } from '../tables.ts';

/**
 * Brings the tables up to date; all of it or nothing. On PostgreSQL an advisory lock lets replicas
 * that start together take turns. Answers what was done.
 */
export async function migrate(sql: Kysely<Tables>): Promise<readonly string[]> {
  const { error, results = [] } = await migratorOn(sql).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/**
 * Changes nothing. What a newer release has added does not matter: during an upgrade the older one
 * goes on.
 *
 * @throws RolecallError `USAGE` when a migration of this release has not been made
 */
export async function requireMigrated(sql: Kysely<Tables>): Promise<void> {
  const all = await migratorOn(sql).getMigrations();
  const missing = all.filter(({ executedAt }) => executedAt === undefined);
  if (missing.length > 0) throw schemaBehind(missing.map(({ name }) => name).join(', '));
}

/** @param missing What the database lacks, for people. */
export function schemaBehind(missing: string, cause?: unknown): RolecallError {
  return new RolecallError('USAGE', `the database is behind this release (${missing})`, {
    cause,
    hint: 'Run `node apps/api/src/main.ts migrate` as the owner of the tables, then start again.',
  });
}

function migratorOn(sql: Kysely<Tables>): Migrator {
  return new Migrator({ db: sql, provider: { getMigrations: async () => migrations } });
}
