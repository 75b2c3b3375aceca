import { RolecallError } from '@rolecall/core';
import type { Config } from '../config/config.ts';
import type { Database } from '../storage/database/database.ts';
import { grantRuntime } from '../storage/database/grant-runtime.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { migrateQueue } from '../storage/queue/migrate-queue.ts';
import type { CommandOutcome } from './run-command.ts';

/**
 * Brings our tables and those of jobs up to date, and gives the role that the service runs as what
 * it needs. Again and again it does no harm.
 *
 * @throws RolecallError `USAGE`; errors of the database
 */
export async function migrateDatabase({
  database: source,
  runtimeRole,
}: Pick<Config, 'database' | 'runtimeRole'>): Promise<CommandOutcome> {
  const database = await openDatabase({ ...source, migrateAtStart: true });
  try {
    await migrateQueue(database);
    if (runtimeRole !== null) await grantTo(database, runtimeRole);
  } finally {
    await database.close();
  }
  const granted = runtimeRole === null ? '' : ` ${runtimeRole} has what the service needs.`;
  return { kind: 'done', text: `The tables are up to date.${granted}\n` };
}

async function grantTo({ kind, sql }: Database, role: string): Promise<void> {
  if (kind === 'postgres') return grantRuntime(sql, role);
  throw new RolecallError('USAGE', 'the embedded database has no roles', {
    hint: 'Leave ROLECALL_RUNTIME_ROLE out.',
  });
}
