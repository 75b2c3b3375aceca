import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../storage/database/open-database.ts';
import { openQueue } from '../storage/queue/open-queue.ts';
import { startPostgres } from '../storage/testing/postgres-server.fixture.ts';
import { portalLaws } from '../testing/portal-laws.fixture.ts';
import { startTrialService, type TrialService } from '../testing/trial-service.fixture.ts';
import {
  createRoles,
  type DatabaseRoles,
  type OwnedDatabase,
  query,
} from './testing/database-roles.fixture.ts';
import { runMain } from './testing/run-main.fixture.ts';

const server = await startPostgres();

describe.skipIf(server === undefined)('a database with an owner and a role for the service', () => {
  let roles: DatabaseRoles | undefined;
  let place: OwnedDatabase | undefined;
  let trial: TrialService | undefined;
  const urls = (): OwnedDatabase => {
    if (place === undefined) throw new Error('there is no database');
    return place;
  };
  beforeAll(async () => {
    if (server !== undefined) roles = await createRoles(server);
    place = await roles?.createDatabase();
  });
  afterAll(async () => {
    await trial?.service.close();
    await roles?.drop();
    await server?.stop();
  });

  const open = () =>
    openDatabase({
      ...{ kind: 'postgres', url: urls().runtimeUrl, poolSize: 2 },
      migrateAtStart: false,
    });
  const migrate = (env: Readonly<Record<string, string>> = {}) =>
    runMain(['migrate'], {
      NODE_ENV: 'production',
      DATABASE_URL: urls().ownerUrl,
      ROLECALL_RUNTIME_ROLE: roles?.runtime ?? '',
      ...env,
    });

  it('is refused to a service that does not migrate, before it was migrated', async () => {
    const { code, stderr } = await runMain([], {
      ...{ PORT: '0', DATABASE_URL: urls().runtimeUrl },
      ...{ ROLECALL_MIGRATE_AT_START: 'false', ROLECALL_DATA: 'memory://' },
    });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching('migrate') });
    await expect(open()).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('is migrated by its owner without any key, twice as well as once', async () => {
    expect(await migrate()).toMatchObject({ code: 0, stderr: '' });
    expect(await migrate()).toMatchObject({ code: 0, stderr: '' });
  });

  it('gives nothing to a role that may act as the owner', async () => {
    const owner = roles?.owner ?? '';
    expect(await migrate({ ROLECALL_RUNTIME_ROLE: owner })).toMatchObject({ code: 1 });
    expect(await migrate({ DATABASE_URL: urls().runtimeUrl })).not.toMatchObject({ code: 0 });
  });

  it.each([
    `delete from kysely_migration where name = (select max(name) from kysely_migration)`,
    'update pgboss.version set version = version - 1',
  ])('is refused while it is behind: %s', async (statement) => {
    const { ownerUrl } = urls();
    const migrations = await query(ownerUrl, 'select * from kysely_migration order by name');
    const [version] = await query(ownerUrl, 'select version from pgboss.version');
    await query(ownerUrl, statement);
    const starting = async () => {
      const database = await open();
      try {
        await openQueue(database, { onError: () => {} });
      } finally {
        await database.close();
      }
    };
    await expect(starting()).rejects.toMatchObject({ code: 'USAGE' });
    await query(ownerUrl, `update pgboss.version set version = ${String(version?.['version'])}`);
    for (const { name, timestamp } of migrations)
      await query(
        ownerUrl,
        `insert into kysely_migration values ('${String(name)}', '${String(timestamp)}')
          on conflict do nothing`,
      );
    await starting();
  });

  describe('with a service that has its role', () => {
    beforeAll(async () => {
      trial = await startTrialService({
        DATABASE_URL: urls().runtimeUrl,
        ROLECALL_MIGRATE_AT_START: 'false',
      });
    });
    portalLaws(() => {
      if (trial === undefined) throw new Error('the service did not start');
      return trial.door;
    });

    it.each([
      `update audit_events set "type" = 'x'`,
      'delete from audit_events',
      'truncate audit_events',
      'alter table audit_events disable trigger all',
      'drop table audit_events',
      'delete from audit_head',
      'insert into audit_head values (2, 0, 0)',
      `update guardrails set "text" = ''`,
      'delete from kysely_migration',
      'create table public.more ()',
      'drop table pgboss.job',
      'create table pgboss.more ()',
    ])('lets it not %s', async (statement) => {
      const { runtimeUrl } = urls();
      await expect(query(runtimeUrl, statement)).rejects.toMatchObject({ code: '42501' });
    });

    it('keeps the log by privileges and not by triggers alone', async () => {
      const { runtimeUrl } = urls();
      const text = `select p from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p
        where has_table_privilege('audit_events', p)`;
      const rows = await query(runtimeUrl, text);
      expect(rows.map(({ p }) => p)).toEqual(['select', 'insert']);
    });
  });
});
