import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from './storage/testing/postgres-server.fixture.ts';
import { type KillingStage, openKillingStage } from './testing/killing/killing-stage.fixture.ts';
import { startLoad } from './testing/killing/load.fixture.ts';
import { pgliteRows } from './testing/killing/pglite-rows.fixture.ts';
import { postgresRows } from './testing/killing/postgres-rows.fixture.ts';
import { printFigures } from './testing/killing/print-figures.fixture.ts';
import { settle } from './testing/killing/settle.fixture.ts';
import { readStuck } from './testing/killing/stuck.fixture.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

/** Kills the service at moments that the seed chooses, while clients want something of it. */
async function killUnderLoad({ services, random }: KillingStage, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await delay(random.between(300, 3_000));
    for (const service of services) {
      await service.kill();
      await service.start();
    }
  }
}

describe.concurrent('what the service answered it does, once, however often it is killed', () => {
  it.skipIf(server === undefined)('on PostgreSQL', async () => {
    const title = 'killed on PostgreSQL';
    const databaseUrl = (await server?.createDatabase()) ?? '';
    const stage = await openKillingStage({ title, count: 1, databaseUrl });
    try {
      const load = startLoad(stage);
      await killUnderLoad(stage, 6);
      await load.end();
      const settled = await settle(stage, () => readStuck(postgresRows(databaseUrl)));
      printFigures(title, stage, settled);
      expect(settled.broken).toEqual([]);
    } finally {
      await stage.close();
    }
  });

  it('on a folder of PGlite', async () => {
    const title = 'killed on PGlite';
    const stage = await openKillingStage({ title, count: 1 });
    try {
      const load = startLoad(stage);
      await killUnderLoad(stage, 2);
      await load.end();
      // Nobody else can look into the folder while the service has it.
      const settled = await settle(stage, async () => []);
      printFigures(title, stage, settled);
      expect(settled.broken).toEqual([]);
      for (const service of stage.services) expect(await service.stop()).toBe(0);
      expect(await readStuck(pgliteRows(stage.folder))).toEqual([]);
    } finally {
      await stage.close();
    }
  });
});
