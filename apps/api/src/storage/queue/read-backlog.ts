import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Backlog } from './queue.ts';
import { queues } from './queues.ts';

/** pg-boss's own numbers are a snapshot that may be an hour old. */
export async function readBacklog(database: Database): Promise<readonly Backlog[]> {
  const { rows } = await sql<Readonly<Record<'queue' | 'waiting' | 'oldest', string>>>`
    select name as queue, count(*)::text as waiting,
      greatest(0, extract(epoch from now() - min(start_after)))::text as oldest
    from pgboss.job
    where state in ('created', 'retry') and start_after <= now() and name = any(${Object.keys(queues)})
    group by name`.execute(database.sql);
  return rows.map(({ queue, waiting, oldest }) => ({
    queue,
    waiting: Number(waiting),
    oldestSeconds: Number(oldest),
  }));
}
