import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { openKeys } from '../config/open-keys.ts';
import { createSealer } from '../notify/sealer.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { createStore } from '../storage/store.ts';
import { resealSecrets } from './reseal-secrets.ts';
import type { CommandEnvironment, CommandOutcome } from './run-command.ts';

/** @throws RolecallError `USAGE` where the tables are behind; errors of the database */
export async function reseal(
  { database: source, keys }: Pick<Config, 'database' | 'keys'>,
  { now }: Pick<CommandEnvironment, 'now'>,
): Promise<CommandOutcome> {
  const sealer = createSealer(openKeys(keys, { random: randomBytes }).sealing, {
    random: randomBytes,
  });
  const database = await openDatabase({ ...source, migrateAtStart: false });
  try {
    const store = createStore(database, { send: noJobs }, { sealing: sealer });
    const { endpoints, answers } = await resealSecrets({ store, sealer, now });
    const unreadable = endpoints.unreadable + answers.unreadable;
    const done = `Sealed anew: ${endpoints.resealed} secrets of webhooks, ${answers.resealed} answers.\n`;
    return unreadable === 0
      ? { kind: 'done', text: `${done}The keys behind the first may go.\n` }
      : {
          kind: 'attention',
          text: `${done}No key fits ${endpoints.unreadable} secrets of webhooks and ${answers.unreadable} answers. Keep all keys, and give the one that is missing.\n`,
        };
  } finally {
    await database.close();
  }
}

async function noJobs(): Promise<never> {
  throw new Error('no jobs are made here');
}
