import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { type PostgresServer, startPostgres } from './postgres-server.fixture.ts';
import { closeStage, openMemoryStage, type Stage, stageOn } from './stage.fixture.ts';

/** Tests that hold on every database; they share one stage. */
export type Laws = (stage: () => Stage) => void;

/** The fast half: the laws on PGlite in memory. */
export function describeOnPglite(title: string, laws: Laws): void {
  describe(`${title} on PGlite`, () => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      stage = await openMemoryStage();
    }, 120_000);
    afterAll(async () => stage && closeStage(stage));
    laws(() => required(stage));
  });
}

/** The other half: the same on PostgreSQL, or skipped with the reason printed. */
export async function describeOnPostgres(title: string, laws: Laws): Promise<void> {
  const server = await startPostgres();
  describe.skipIf(server === undefined)(`${title} on PostgreSQL`, () => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      stage = await openPostgresStage(required(server));
    }, 120_000);
    afterAll(async () => {
      if (stage) await closeStage(stage);
      await server?.stop();
    });
    laws(() => required(stage));
  });
}

async function openPostgresStage(server: PostgresServer): Promise<Stage> {
  const url = await server.createDatabase();
  const onError = (error: Error) => console.error(error);
  return stageOn(await openDatabase({ kind: 'postgres', url, poolSize: 10, onError }));
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the stage is not open');
  return value;
}
