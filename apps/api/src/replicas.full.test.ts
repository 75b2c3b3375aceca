import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from './storage/testing/postgres-server.fixture.ts';
import { openKillingStage } from './testing/killing/killing-stage.fixture.ts';
import { startLoad } from './testing/killing/load.fixture.ts';
import { postgresRows } from './testing/killing/postgres-rows.fixture.ts';
import { printFigures } from './testing/killing/print-figures.fixture.ts';
import { settle } from './testing/killing/settle.fixture.ts';
import { readStuck } from './testing/killing/stuck.fixture.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

const rounds = 5;

describe.skipIf(server === undefined)('two replicas on one PostgreSQL', () => {
  it('do what was answered, once, while now this one is killed and now that one', async () => {
    const title = 'replicas killed';
    const databaseUrl = (await server?.createDatabase()) ?? '';
    const stage = await openKillingStage({ title, count: 2, databaseUrl });
    const { services, random } = stage;
    try {
      const load = startLoad(stage);
      for (let round = 0; round < rounds; round += 1) {
        await delay(random.between(300, 3_000));
        const service = random.pick(services);
        await service.kill();
        const others = services.filter((one) => one !== service);
        for (const { url } of others) expect((await fetch(`${url}/readyz`)).status).toBe(200);
        await service.start();
      }
      await load.end();
      const settled = await settle(stage, () => readStuck(postgresRows(databaseUrl)));
      printFigures(title, stage, settled);
      expect(settled.broken).toEqual([]);
    } finally {
      await stage.close();
    }
  });
});
