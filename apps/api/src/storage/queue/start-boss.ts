import type { PgBoss } from 'pg-boss';
import { schemaBehind } from '../database/migrate.ts';

/** What pg-boss says of tables that are not those of its version; it has no code for it. */
const behind = /not installed|requires migrations/;

/** @throws RolecallError `USAGE` where the tables of jobs are behind and not to be migrated */
export async function startBoss(boss: PgBoss): Promise<void> {
  try {
    await boss.start();
  } catch (error) {
    if (error instanceof Error && behind.test(error.message)) {
      throw schemaBehind('the tables of jobs', error);
    }
    throw error;
  }
}
