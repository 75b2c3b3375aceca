import { sql } from 'kysely';
import { z } from 'zod';
import type { Reading, Writing } from '../repositories/repository.ts';
import type { DeadLetter, DeadLetterCount } from './queue.ts';
import { deadLetterQueue } from './queues.ts';

/** More than anybody looks at; they stay all the same, and are counted. */
const mostRead = 1_000;

const columns = sql`id::text, source_name as queue, singleton_key as key, data, source_output as output,
  source_retry_count + 1 as attempts, extract(epoch from created_on)::text as died`;

const row = z.object({
  id: z.string(),
  queue: z.string(),
  key: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  output: z.unknown(),
  attempts: z.number(),
  died: z.coerce.number(),
});

/** What pg-boss keeps of an error, or of a worker that showed no life any more. */
const output = z.looseObject({ message: z.string() });

/** The oldest first. */
export async function readDeadLetters(db: Reading): Promise<readonly DeadLetter[]> {
  const { rows } = await sql`
    select ${columns} from pgboss.job where name = ${deadLetterQueue}
    order by created_on, id limit ${mostRead}`.execute(db);
  return rows.map((found) => letterOf(row.parse(found)));
}

export async function countDeadLetters(db: Reading): Promise<readonly DeadLetterCount[]> {
  const { rows } = await sql<DeadLetterCount>`
    select source_name as queue, count(*)::int as count from pgboss.job
    where name = ${deadLetterQueue} group by source_name order by source_name`.execute(db);
  return rows;
}

export interface TakenLetter {
  readonly key: string;
  /** As it was sent, with what traces it. */
  readonly sent: { readonly [name: string]: string | number };
  readonly letter: DeadLetter;
}

/** Takes one out of its queue, with what its job is sent again by; of two who try, one gets it. */
export async function takeDeadLetter(trx: Writing, id: string): Promise<TakenLetter | 'missing'> {
  const { rows } = await sql`
    delete from pgboss.job where name = ${deadLetterQueue} and id::text = ${id}
    returning ${columns}`.execute(trx);
  if (rows.length === 0) return 'missing';
  const taken = row.parse(rows[0]);
  return { key: taken.key, sent: taken.data, letter: letterOf(taken) };
}

function letterOf({ id, queue, attempts, died, ...found }: z.output<typeof row>): DeadLetter {
  const { traceparent: _, ...data } = found.data;
  const failure = output.safeParse(found.output);
  return {
    id,
    queue,
    data,
    attempts,
    diedAt: new Date(died * 1000).toISOString(),
    failure: failure.success ? failure.data.message : null,
  };
}
