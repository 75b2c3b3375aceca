import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from './storage/testing/postgres-server.fixture.ts';
import { openKillingStage } from './testing/killing/killing-stage.fixture.ts';
import { startLoad } from './testing/killing/load.fixture.ts';
import { postgresRows } from './testing/killing/postgres-rows.fixture.ts';
import { printFigures } from './testing/killing/print-figures.fixture.ts';
import { settle } from './testing/killing/settle.fixture.ts';
import { readStuck } from './testing/killing/stuck.fixture.ts';

// A server that is not ours cannot be ended.
const isOurs = !process.env['DATABASE_URL'];
const server = isOurs ? await startPostgres() : undefined;
afterAll(() => server?.stop());

const rounds = 3;
const downMs = 3_000;

describe.skipIf(server === undefined)('a service whose PostgreSQL is gone for a while', () => {
  it('says so, and goes on where it was when the database is back', async () => {
    const title = 'without its database';
    const databaseUrl = (await server?.createDatabase()) ?? '';
    const stage = await openKillingStage({ title, count: 1, databaseUrl });
    const { told, random, services } = stage;
    try {
      const load = startLoad(stage);
      for (let round = 0; round < rounds; round += 1) {
        await delay(random.between(1_000, 4_000));
        await server?.restart(downMs);
      }
      await delay(3_000);
      await load.end();
      const settled = await settle(stage, () => readStuck(postgresRows(databaseUrl)));
      printFigures(title, stage, settled);
      expect(settled.broken).toEqual([]);
      expect(told.outcomes.get('503')).toBeGreaterThan(0);
      expect(told.outcomes.has('no answer')).toBe(false);
      // The process is the one that was started.
      for (const service of services) expect(service.kills()).toBe(0);
    } finally {
      await stage.close();
    }
  });
});
