import { execFile, execFileSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type SignedHead, signHead } from '@rolecall/audit';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../audit/verify-chain.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { startPostgres } from '../storage/testing/postgres-server.fixture.ts';
import { grant, now, person, roleRequest } from '../storage/testing/records.fixture.ts';
import { closeStage, type Stage, stageOn } from '../storage/testing/stage.fixture.ts';
import { createRoles, type OwnedDatabase } from './testing/database-roles.fixture.ts';
import { runMain } from './testing/run-main.fixture.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'rolecall-backup-'));
const server = await startPostgres();
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As the service opens it, with the role that owns nothing. */
const openOn = async ({ runtimeUrl: url }: OwnedDatabase): Promise<Stage> =>
  stageOn(await openDatabase({ kind: 'postgres', url, poolSize: 4, migrateAtStart: false }));

/** A request, what came of it, an event and a job, together or not at all. */
async function write({ store }: Stage, id: string): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.roleRequests.insert(roleRequest({ id }));
    await tx.grants.insert(grant({ id, requestId: id }));
    const about = { type: 'written', subject: id, accountId: null, data: { id } };
    tx.audit({ at: now, actor: person('ada'), ...about });
    await tx.enqueue('provision', { requestId: id });
  });
}

/** Ids in the order of the log, each with all that was written with it. */
async function written({ store }: Stage) {
  const events = await store.auditEvents.list({ after: 0, limit: 100_000 });
  return Promise.all(
    events.map(async (event) => ({
      event,
      request: await store.roleRequests.get(event.subject),
      grant: await store.grants.get(event.subject),
    })),
  );
}

async function worked({ queue }: Stage, count: number): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  await queue.work('provision', { concurrency: 4, pollingSeconds: 0.5 }, async ({ data }) => {
    ids.add(data.requestId);
  });
  await vi.waitFor(() => expect(ids.size).toBe(count), { timeout: 60_000 });
  return ids;
}

async function handedOutside({ store }: Stage, key: KeyObject): Promise<SignedHead> {
  return signHead(await store.auditEvents.head(), { key, at: now });
}

describe.skipIf(server === undefined)('a backup of PostgreSQL while it is written to', () => {
  it('is whole when it is restored, and its age is noticed', async () => {
    const bin = execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
    const { roles, createDatabase } = await ready();
    const [place, copy] = [await createDatabase(), await createDatabase()];
    const migrate = async ({ ownerUrl }: OwnedDatabase) => {
      const env = { DATABASE_URL: ownerUrl, ROLECALL_RUNTIME_ROLE: roles.runtime };
      expect(await runMain(['migrate'], env)).toMatchObject({ code: 0 });
    };
    await migrate(place);
    const source = await openOn(place);
    const { privateKey } = generateKeyPairSync('ed25519');
    for (let index = 0; index < 20; index += 1) await write(source, `before-${index}`);
    const early = await handedOutside(source, privateKey);

    let isWriting = true;
    const writers = ['a', 'b'].map(async (writer) => {
      for (let index = 0; isWriting; index += 1) await write(source, `${writer}-${index}`);
    });
    const file = join(folder, 'rolecall.dump');
    await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${file}`, place.ownerUrl]);
    isWriting = false;
    await Promise.all(writers);
    await write(source, 'after');
    const late = await handedOutside(source, privateKey);
    await run(join(bin, 'pg_restore'), [
      ...['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'],
      ...[`--dbname=${copy.ownerUrl}`, file],
    ]);
    await migrate(copy);

    // As the operator does: the keys, and the heads that were kept.
    const keyFile = join(folder, 'audit-key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const heads = join(folder, 'heads.log');
    const compare = ({ runtimeUrl }: OwnedDatabase, ...kept: readonly SignedHead[]) => {
      writeFileSync(heads, kept.map((auditHead) => JSON.stringify({ auditHead })).join('\n'));
      return runMain(['verify-audit', heads], {
        ...{ DATABASE_URL: runtimeUrl, ROLECALL_DATA: folder, ROLECALL_AUDIT_KEY_FILE: keyFile },
      });
    };
    expect(await compare(place, early, late)).toMatchObject({ code: 0 });
    expect(await compare(copy, early)).toMatchObject({ code: 0 });
    expect(await compare(copy, early, late)).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/^behind: .*older/),
    });

    const restored = await openOn(copy);
    expect(await verifyChain(restored.store)).toMatchObject({ kind: 'intact' });
    const rows = await written(restored);
    const { length } = rows;
    // All that was there when the backup began, and nothing by halves.
    expect(length).toBeGreaterThanOrEqual(20);
    expect(rows).toEqual((await written(source)).slice(0, length));
    expect(rows.map(({ event }) => event.subject)).not.toContain('after');
    const ids = rows.map(({ event }) => event.subject);
    expect([...(await worked(restored, length))].sort()).toEqual(ids.toSorted());

    // Later it shows too: the log has gone on another way.
    while ((await restored.store.auditEvents.head()).sequence < late.sequence)
      await write(restored, `anew-${(await restored.store.auditEvents.head()).sequence}`);
    expect(await compare(copy, late)).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/^broken: /),
    });
    await closeStage(restored);
    await closeStage(source);
    await roles.drop();
  });
});

async function ready() {
  if (server === undefined) throw new Error('there is no server');
  const roles = await createRoles(server);
  return { roles, createDatabase: roles.createDatabase };
}

describe('a copy of the folder of the embedded database', () => {
  it('is whole when it was made while the service was stopped', async () => {
    const [place, copy] = [join(folder, 'data'), join(folder, 'copy')];
    const openIn = async (path: string) =>
      stageOn(await openDatabase({ kind: 'pglite', folder: path }));
    const source = await openIn(place);
    for (let index = 0; index < 5; index += 1) await write(source, `kept-${index}`);
    const before = await written(source);
    await closeStage(source);
    cpSync(place, copy, { recursive: true });

    const restored = await openIn(copy);
    expect(await verifyChain(restored.store)).toMatchObject({ kind: 'intact' });
    expect(await written(restored)).toEqual(before);
    expect((await worked(restored, 5)).size).toBe(5);
    await closeStage(restored);
  });
});
