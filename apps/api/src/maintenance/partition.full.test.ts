import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../audit/verify-chain.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { startPostgres } from '../storage/testing/postgres-server.fixture.ts';
import { now, person } from '../storage/testing/records.fixture.ts';
import { closeStage, type Stage, stageOn } from '../storage/testing/stage.fixture.ts';
import { createRoles, query } from './testing/database-roles.fixture.ts';
import { runMain } from './testing/run-main.fixture.ts';

const decision = new URL(
  '../../../../docs/decisions/0010-the-audit-log-is-kept.md',
  import.meta.url,
);
const [, steps = ''] = /```sql\n([^`]+)```/.exec(readFileSync(decision, 'utf8')) ?? [];

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(server === undefined)('an audit log that its owner partitions', () => {
  it('goes on, verifies, and is kept from the service as before', async () => {
    if (server === undefined) return;
    const roles = await createRoles(server);
    const { ownerUrl, runtimeUrl } = await roles.createDatabase();
    const env = { DATABASE_URL: ownerUrl, ROLECALL_RUNTIME_ROLE: roles.runtime };
    expect(await runMain(['migrate'], env)).toMatchObject({ code: 0 });
    const open = async () =>
      stageOn(
        await openDatabase({
          ...{ kind: 'postgres', url: runtimeUrl, poolSize: 2 },
          migrateAtStart: false,
        }),
      );
    const before = await open();
    await addEvents(before, 5);
    await closeStage(before);

    await query(ownerUrl, steps.replaceAll('1000000', '8'));
    expect(await runMain(['migrate'], env)).toMatchObject({ code: 0 });

    const after = await open();
    await addEvents(after, 5);
    expect(await verifyChain(after.store)).toMatchObject({
      kind: 'intact',
      head: { sequence: 10 },
    });
    const [counted] = await query(ownerUrl, 'select count(*)::integer as n from audit_events_rest');
    expect(counted).toEqual({ n: 3 });
    for (const table of ['audit_events', 'audit_events_old', 'audit_events_rest']) {
      for (const statement of [
        `update ${table} set "type" = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        for (const url of [ownerUrl, runtimeUrl])
          await expect(query(url, statement), statement).rejects.toMatchObject({ code: '42501' });
      }
      const may = `select has_table_privilege('${roles.runtime}', '${table}', 'delete') as may`;
      expect(await query(ownerUrl, may)).toEqual([{ may: false }]);
    }
    await closeStage(after);
    await roles.drop();
  });
});

async function addEvents({ store }: Stage, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const about = { type: 'x', subject: 'x', accountId: null, data: { index } };
    await store.transaction(async (tx) => tx.audit({ at: now, actor: person('ada'), ...about }));
  }
}
