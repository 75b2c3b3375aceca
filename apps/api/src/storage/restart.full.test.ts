import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { verifyChain } from '../audit/verify-chain.ts';
import { type DatabaseSource, openDatabase } from './database/open-database.ts';
import { startPostgres } from './testing/postgres-server.fixture.ts';
import { now, person, roleRequest } from './testing/records.fixture.ts';
import { closeStage, type Stage, stageOn } from './testing/stage.fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'rolecall-restart-'));
const server = await startPostgres();
afterAll(async () => {
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

async function keepsRowsAndJobs(source: DatabaseSource): Promise<void> {
  const before = await stageOn(await openDatabase(source));
  await leave(before, 'kept');
  await closeStage(before);
  await findAgain(source, 'kept');
}

async function leave({ store }: Stage, id: string): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.roleRequests.insert(roleRequest({ id }));
    tx.audit({ at: now, actor: person('ada'), type: 't', subject: id, accountId: null, data: {} });
    await tx.enqueue('provision', { requestId: id });
  });
}

async function findAgain(source: DatabaseSource, id: string): Promise<void> {
  const stage = await stageOn(await openDatabase(source));
  const worked: string[] = [];
  await stage.queue.work('provision', { pollingSeconds: 0.5 }, async ({ data }) => {
    worked.push(data.requestId);
  });
  await vi.waitFor(() => expect(worked).toContain(id), { timeout: 30_000 });
  expect(await stage.store.roleRequests.get(id)).toEqual(roleRequest({ id }));
  expect(await verifyChain(stage.store)).toMatchObject({ kind: 'intact' });
  await closeStage(stage);
}

describe('a folder of PGlite', () => {
  test('keeps rows and jobs over a restart', () =>
    keepsRowsAndJobs({ kind: 'pglite', folder: join(root, 'restarted') }));

  test('is refused to a second process, and free when the first was killed while it wrote', async () => {
    const folder = join(root, 'killed');
    const writer = spawn(process.execPath, ['-e', writing(folder)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    createInterface({ input: writer.stdout }).on('line', (line) => acknowledged.push(line));
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), { timeout: 60_000 });
    await expect(openDatabase({ kind: 'pglite', folder })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const exited = once(writer, 'exit');
    writer.kill('SIGKILL');
    await exited;
    const stage = await stageOn(await openDatabase({ kind: 'pglite', folder }));
    for (const id of acknowledged) expect(await stage.store.roleRequests.get(id)).toBeDefined();
    const { sequence } = await stage.store.auditEvents.head();
    expect(sequence).toBeGreaterThanOrEqual(acknowledged.length);
    expect(await verifyChain(stage.store)).toMatchObject({ kind: 'intact', head: { sequence } });
    await closeStage(stage);
  });
});

describe.skipIf(server === undefined)('PostgreSQL', () => {
  const source = async () => {
    const url = (await server?.createDatabase()) ?? '';
    return { kind: 'postgres', url, poolSize: 4 } as const;
  };

  test('keeps rows and jobs over a restart', async () => keepsRowsAndJobs(await source()));

  test('gives the job of a process that was killed to another', async () => {
    const place = await source();
    const stage = await stageOn(await openDatabase(place));
    await leave(stage, 'orphan');
    const holder = spawn(process.execPath, ['-e', holding(place)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const exited = once(holder, 'exit');
    holder.kill('SIGKILL');
    await exited;
    const attempts: number[] = [];
    await stage.queue.work('provision', {}, async ({ attempt }) => void attempts.push(attempt));
    await vi.waitFor(() => expect(attempts).toEqual([1]), { timeout: 120_000 });
    await closeStage(stage);
  });

  test('is brought up to date by replicas that start together', async () => {
    const place = await source();
    const stages = await Promise.all(
      Array.from({ length: 3 }, async () => stageOn(await openDatabase(place))),
    );
    for (const [index, stage] of stages.entries()) await leave(stage, `from-${index}`);
    await Promise.all(stages.map(closeStage));
    await findAgain(place, 'from-2');
  });

  test.skipIf(process.env['DATABASE_URL'])(
    'a crash of the server fails what runs and nothing else',
    async () => {
      const place = await source();
      const errors: Error[] = [];
      const onError = (error: Error) => errors.push(error);
      const stage = await stageOn(await openDatabase({ ...place, onError }), onError);
      await leave(stage, 'before');
      await server?.restart();
      await vi.waitFor(() => stage.database.ping(), { timeout: 30_000 });
      await leave(stage, 'after');
      expect(errors.length).toBeGreaterThan(0);
      expect(await stage.store.roleRequests.get('before')).toBeDefined();
      expect(await verifyChain(stage.store)).toMatchObject({ head: { sequence: 2 } });
      await closeStage(stage);
    },
  );
});

/** A process that adds requests for as long as it lives, and says which ones are in. */
function writing(folder: string): string {
  return `
    const { openDatabase } = await import(${moduleOf('./database/open-database.ts')});
    const { stageOn } = await import(${moduleOf('./testing/stage.fixture.ts')});
    const { now, person, roleRequest } = await import(${moduleOf('./testing/records.fixture.ts')});
    const database = await openDatabase({ kind: 'pglite', folder: ${JSON.stringify(folder)} });
    const { store } = await stageOn(database);
    for (let index = 0; ; index += 1) {
      const id = 'request-' + index;
      await store.transaction(async (tx) => {
        await tx.roleRequests.insert(roleRequest({ id }));
        tx.audit({ at: now, actor: person('ada'), type: 't', subject: id, accountId: null, data: {} });
      });
      console.log(id);
    }`;
}

/** A process that takes a job of `provision` and never ends it. */
function holding(source: DatabaseSource): string {
  return `
    const { openDatabase } = await import(${moduleOf('./database/open-database.ts')});
    const { stageOn } = await import(${moduleOf('./testing/stage.fixture.ts')});
    const { queue } = await stageOn(await openDatabase(${JSON.stringify(source)}));
    await queue.work('provision', { pollingSeconds: 0.5 }, async () => {
      console.log('taken');
      await new Promise(() => {});
    });`;
}

function moduleOf(path: string): string {
  return JSON.stringify(new URL(path, import.meta.url));
}
