import { sql } from 'kysely';
import type { Reading } from '../repositories/repository.ts';

/**
 * Lets a job that runs wait again, behind those that wait already. pg-boss has no way of its own that
 * does not count as an attempt. It counts one when it hands out what was started before, and settles
 * a job by its id and attempt: with another id, nothing that the worker of this attempt still does
 * can reach the next one. Does nothing to a job that is another worker's by now.
 */
export async function postponeJob(
  db: Reading,
  job: { readonly queue: string; readonly id: string; readonly attempt: number },
  seconds: number,
): Promise<void> {
  await sql`
    update pgboss.job
    set id = gen_random_uuid(), state = 'retry', started_on = null, heartbeat_on = null,
      start_after = now() + make_interval(secs => ${seconds}), created_on = now()
    where name = ${job.queue} and id = ${job.id}::uuid and state = 'active'
      and retry_count = ${job.attempt}`.execute(db);
}
