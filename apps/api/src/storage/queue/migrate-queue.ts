import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Database } from '../database/database.ts';

const pollMs = 200;

/**
 * Brings the tables of jobs up to date, and waits for the indexes that pg-boss builds afterwards:
 * a service that does not migrate does not build them either.
 *
 * @throws Error where an index could not be built
 */
export async function migrateQueue({ jobs }: Database): Promise<void> {
  const boss = new PgBoss({ ...jobs, migrate: true, supervise: false, schedule: false });
  const errors: Error[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  try {
    while (await isBuilding(boss)) {
      if (errors[0] !== undefined) throw errors[0];
      await delay(pollMs);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function isBuilding(boss: PgBoss): Promise<boolean> {
  const entries = await boss.getBamEntries();
  const failed = entries.find(({ status }) => status === 'failed');
  if (failed !== undefined) throw new Error(`an index of jobs was not built: ${failed.error}`);
  return entries.some(({ status }) => status !== 'completed');
}
