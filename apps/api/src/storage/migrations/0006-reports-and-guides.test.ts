import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from './index.ts';

test('a run that waits keeps the checks that were asked for, which the audit log had', async () => {
  const db = new Kysely<object>({
    dialect: new PGliteDialect({ pglite: await PGlite.create() }),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0005-plan-decisions');
  for (const [id, state] of [
    ['waits', 'queued'],
    ['ended', 'succeeded'],
  ] as const) {
    await sql`insert into check_runs values
      (${id}, '111122223333', ${state}, '{}', '{}', null, 1, now(), null)`.execute(db);
    await sql`insert into audit_events values
      (${id === 'waits' ? 1 : 2}, now(), '{}', 'check-run.started', ${`check-runs/${id}`},
       '111122223333', ${JSON.stringify({ checks: ['key-age'] })}, '', '')`.execute(db);
  }
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  const { rows } = await sql`select "id", "request" from check_runs order by "id" desc`.execute(db);
  const nothing = { profile: null, settings: {}, exceptions: [], fresh: false, fixes: false };
  expect(rows).toEqual([
    { id: 'waits', request: { ...nothing, checks: ['key-age'] } },
    { id: 'ended', request: { ...nothing, checks: null } },
  ]);
  await db.destroy();
});
