import { appendEvents } from '../audit/append-events.ts';
import type { Database } from '../storage/database/database.ts';
import type { DeadLetter, Queue } from '../storage/queue/queue.ts';
import { serviceActor } from '../work/service-actor.ts';

export type DeadLetterStep = 'redrive' | 'discard';

/**
 * Has dead letters worked again, or takes them away; each with its event. Those that are gone
 * meanwhile are left out of the answer. Jobs read the state first, so that what was done since is not
 * done twice.
 */
export async function settleDeadLetters(
  parts: {
    readonly database: Pick<Database, 'sql'>;
    readonly queue: Pick<Queue, DeadLetterStep>;
    readonly now: () => Date;
  },
  step: DeadLetterStep,
  ids: readonly string[],
): Promise<readonly DeadLetter[]> {
  const { database, queue, now } = parts;
  const settled: DeadLetter[] = [];
  for (const id of ids) {
    const trx = await database.sql.startTransaction().execute();
    try {
      const letter = await queue[step](trx, id);
      if (letter !== 'missing') {
        await appendEvents(trx, [eventOf(letter, step, now())]);
        settled.push(letter);
      }
      await trx.commit().execute();
    } catch (error) {
      await trx.rollback().execute();
      throw error;
    }
  }
  return settled;
}

function eventOf(
  { id, queue, data, attempts, failure }: DeadLetter,
  step: DeadLetterStep,
  at: Date,
) {
  return {
    at: at.toISOString(),
    // Whoever has a shell and the database; who that was, the platform knows.
    actor: serviceActor,
    type: step === 'redrive' ? 'dead-letter.redriven' : 'dead-letter.discarded',
    subject: `dead-letters/${id}`,
    accountId: null,
    data: { queue, job: data, attempts, failure },
  };
}
