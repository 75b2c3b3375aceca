import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { openQueue } from '../queue/open-queue.ts';
import type { Queue } from '../queue/queue.ts';
import { createStore, type Store } from '../store.ts';
import { readSeed } from './seed.fixture.ts';

/** An open database with all that lies on it; one for a file of tests, which tells its rows apart. */
export interface Stage {
  readonly database: Database;
  readonly queue: Queue;
  readonly store: Store;
}

/** A stage in memory, in about a second. */
export async function openMemoryStage(): Promise<Stage> {
  const seed = await readSeed();
  return stageOn(await openDatabase({ kind: 'pglite', folder: 'memory://', seed }));
}

export async function stageOn(
  database: Database,
  onError: (error: Error) => void = console.error,
): Promise<Stage> {
  const queue = await openQueue(database, { onError });
  return { database, queue, store: createStore(database, queue) };
}

export async function closeStage({ database, queue }: Stage): Promise<void> {
  await queue.stop(0);
  await database.close();
}
