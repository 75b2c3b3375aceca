import type { AuditEntry } from '../audit/audit-entry.ts';
import type { EnqueueOptions } from './queue/queue.ts';
import type { JobData, QueueName } from './queue/queues.ts';
import type { Writers } from './writers.ts';

/** One unit of work: rows, events and jobs are there together or not at all. */
export interface Transaction extends Writers {
  /**
   * Adds an event to the chain when the transaction commits: the chain's head is locked last and
   * shortly, so that two transactions never wait for each other. With `notify` a job of that queue
   * is added with it.
   */
  audit(entry: AuditEntry, options?: { readonly notify?: boolean }): void;
  /** Adds a job that begins after the commit, unless one with the same key is waiting. */
  enqueue<Name extends QueueName>(
    queue: Name,
    data: JobData[Name],
    options?: EnqueueOptions,
  ): Promise<'queued' | 'waiting-already'>;
}
