import { type SqlBool, sql } from 'kysely';
import type { Writing } from '../repositories/repository.ts';

/** Whether a job with this key waits, runs, or waits to be tried again. */
export async function isLive(trx: Writing, queue: string, key: string): Promise<boolean> {
  const { rows } = await sql<{ readonly live: SqlBool }>`
    select exists (
      select from pgboss.job
      where name = ${queue} and singleton_key = ${key} and state in ('created', 'retry', 'active')
    ) as live`.execute(trx);
  return rows[0]?.live === true;
}
