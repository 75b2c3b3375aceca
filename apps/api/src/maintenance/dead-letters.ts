import type { Config } from '../config/config.ts';
import { openDatabase } from '../storage/database/open-database.ts';
import { openQueue } from '../storage/queue/open-queue.ts';
import type { CommandEnvironment, CommandOutcome } from './run-command.ts';
import { type DeadLetterStep, settleDeadLetters } from './settle-dead-letters.ts';

export interface DeadLetterCommand {
  readonly kind: 'dead-letters';
  readonly step: 'list' | DeadLetterStep;
  /** `all` alone stands for all that are there. */
  readonly ids: readonly string[];
}

/** Of the words behind `dead-letters`; undefined where they make no sense. */
export function readDeadLetterCommand(words: readonly string[]): DeadLetterCommand | undefined {
  const kind = 'dead-letters';
  const [step, ...ids] = words;
  if (step === undefined) return { kind, step: 'list', ids };
  if ((step !== 'redrive' && step !== 'discard') || ids.length === 0) return undefined;
  return { kind, step, ids };
}

/**
 * Shows the jobs that are tried no more, or settles them; a line of JSON for each. Beside a service on
 * PostgreSQL, instead of one on a folder.
 *
 * @throws RolecallError `CONFLICT` when another process has the folder, `USAGE` where the tables are
 *   behind; errors of the database
 */
export async function deadLetters(
  { database: source }: Pick<Config, 'database'>,
  { step, ids }: DeadLetterCommand,
  { now }: Pick<CommandEnvironment, 'now'>,
): Promise<CommandOutcome> {
  const database = await openDatabase({ ...source, migrateAtStart: false });
  try {
    // Nothing is worked here, so that what fails in the background fails below as well.
    const queue = await openQueue(database, { onError: () => {} });
    try {
      const all = await queue.deadLetters();
      const wanted = ids[0] === 'all' ? all.map(({ id }) => id) : ids;
      const letters =
        step === 'list' ? all : await settleDeadLetters({ database, queue, now }, step, wanted);
      const text = letters.map((letter) => `${JSON.stringify(letter)}\n`).join('');
      const left = step === 'list' ? all : await queue.deadLetters();
      return { kind: left.length === 0 ? 'done' : 'attention', text };
    } finally {
      await queue.stop(0);
    }
  } finally {
    await database.close();
  }
}
