import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { checkReadiness } from '../http/health.ts';
import { createRegistry } from '../http/metrics.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { readSeed } from '../storage/testing/seed.fixture.ts';
import { closeStage, type Stage, stageOn } from '../storage/testing/stage.fixture.ts';
import { measureQueues } from '../work/job-metrics.ts';
import { createProbes } from '../work/probes.ts';
import { reportDeadLetters } from '../work/report-dead-letters.ts';
import { deadLetters, readDeadLetterCommand } from './dead-letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolecall-letters-'));
const source = { kind: 'pglite', folder } as const;
const now = () => new Date();
let stage: Stage;

beforeAll(async () => {
  stage = await stageOn(await openDatabase({ ...source, seed: await readSeed() }));
}, 120_000);
afterAll(async () => {
  await closeStage(stage);
  rmSync(folder, { recursive: true, force: true });
});

async function dieAll(): Promise<void> {
  const { database, queue, store } = stage;
  await store.transaction(async (tx) => {
    await tx.enqueue('notify', { sequence: 1 });
    await tx.enqueue('check-run', { checkRunId: 'c' });
  });
  await sql`update pgboss.job set retry_count = retry_limit where state = 'created'`.execute(
    database.sql,
  );
  const fail = () => Promise.reject(new Error('no'));
  await queue.work('notify', { pollingSeconds: 0.5 }, fail);
  await queue.work('check-run', { pollingSeconds: 0.5 }, fail);
  const dead = async () => expect(await queue.deadLetters()).toHaveLength(2);
  await vi.waitFor(dead, { timeout: 30_000, interval: 100 });
}

const shown = z.looseObject({ id: z.string(), queue: z.string() });

async function run(...words: string[]) {
  const command = readDeadLetterCommand(words);
  if (command === undefined) throw new Error('usage');
  const database = { ...source, migrateAtStart: true, production: false, allowInProduction: false };
  const { kind, text } = await deadLetters({ database }, command, { now });
  const lines = text.split('\n').filter((line) => line !== '');
  return { kind, letters: lines.map((line) => shown.parse(JSON.parse(line))) };
}

describe('dead letters', () => {
  it('are measured, shown without taking the service away, and told of once', async () => {
    const { database, queue, store } = stage;
    const registry = createRegistry();
    measureQueues(registry, queue);
    const ready = async () => {
      const parts = { database, queue, store, now, startedAt: now() };
      return (await checkReadiness(createProbes(parts), 5_000)).readiness;
    };
    expect(await ready()).toMatchObject({
      checks: expect.arrayContaining([{ name: 'deadLetters', ok: true }]),
    });
    await dieAll();
    expect(await registry.metrics()).toContain('rolecall_jobs_dead_letters{queue="notify"} 1');
    expect(await ready()).toMatchObject({
      status: 'ready',
      checks: expect.arrayContaining([{ name: 'deadLetters', ok: false }]),
    });
    const told: object[] = [];
    const log = {
      info: () => {},
      warn: () => {},
      error: (fields: object) => void told.push(fields),
    };
    const report = () => reportDeadLetters({ store, queue, now, log });
    await Promise.all([report(), report()]);
    await report();
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(
      expect.objectContaining({ queue: 'check-run', checkRunId: 'c', failure: 'no', attempts: 4 }),
    );
  });

  it('are listed, worked again or taken away by a command, with an event each', async () => {
    await closeStage(stage);
    const { kind, letters } = await run();
    expect([kind, letters.length]).toEqual(['attention', 2]);
    const idOf = (queue: string) => letters.find((letter) => letter.queue === queue)?.id ?? '';
    expect(await run('discard', idOf('check-run'))).toMatchObject({
      kind: 'attention',
      letters: [{ queue: 'check-run' }],
    });
    expect(await run('redrive', 'all')).toMatchObject({
      kind: 'done',
      letters: [{ queue: 'notify', data: { sequence: 1 } }],
    });
    expect(await run('redrive', idOf('notify'))).toEqual({ kind: 'done', letters: [] });
    stage = await stageOn(await openDatabase(source));
    expect(await stage.queue.countDeadLetters()).toEqual([]);
    expect(await stage.queue.backlog()).toMatchObject([{ queue: 'notify', waiting: 1 }]);
    const events = await stage.store.auditEvents.list({ after: 0, limit: 10, filter: {} });
    expect(events.map(({ type }) => type)).toEqual([
      'dead-letter.discarded',
      'dead-letter.redriven',
    ]);
  });
});
