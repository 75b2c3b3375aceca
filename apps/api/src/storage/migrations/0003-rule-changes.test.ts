import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from './index.ts';

const waiting = {
  ...{ id: 'c-1', edit: { kind: 'guardrails', text: 'a' }, base: null, state: 'pending' },
  ...{ proposedBy: { kind: 'person', id: 'i|ada', name: 'Ada' }, decidedBy: null, comment: '' },
  ...{ revision: 0, createdAt: '2026-11-21T10:00:00.000Z', decidedAt: null },
};

test('takes along the changes that were settings, and no other setting', async () => {
  const db = new Kysely<{ settings: never }>({
    dialect: new PGliteDialect({ pglite: await PGlite.create() }),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateTo('0002-audit');
  const put = (key: string, value: object) =>
    sql`insert into settings values (${key}, ${JSON.stringify(value)}, 1, now())`.execute(db);
  const decided = { ...waiting, id: 'c-2', base: 7, state: 'applied', revision: 1 };
  await put('rule-changes', [{ id: 'c-1' }, { id: 'c-2' }]);
  await put('rule-changes/c-1', waiting);
  await put('rule-changes/c-2', { ...decided, decidedBy: waiting.proposedBy });
  await put('sweep', {});
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  const { rows } = await sql`select * from rule_changes order by "id"`.execute(db);
  const createdAt = new Date(waiting.createdAt);
  expect(rows).toEqual([
    { ...waiting, createdAt },
    { ...decided, decidedBy: waiting.proposedBy, createdAt },
  ]);
  const left = await sql`select "key" from settings`.execute(db);
  expect(left.rows).toEqual([{ key: 'sweep' }]);
  await db.destroy();
});
