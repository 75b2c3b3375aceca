import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import { appendEvents } from '../audit/append-events.ts';
import type { AuditEntry } from '../audit/audit-entry.ts';
import type { InSpan, SpanDescription } from '../telemetry/span.ts';
import type { Database } from './database/database.ts';
import type { Queue } from './queue/queue.ts';
import { type Readers, readersOn } from './readers.ts';
import { type AccountLeases, accountLeases } from './repositories/account-leases.ts';
import type { AnswerSealing } from './repositories/answer-sealing.ts';
import {
  type IdempotencyKeys,
  type IdempotencyOptions,
  idempotencyKeys,
} from './repositories/idempotency.ts';
import type { Writing } from './repositories/repository.ts';
import type { Transaction } from './transaction.ts';
import { writersOn } from './writers.ts';

/** What the service remembers. */
export interface Store extends Readers {
  readonly leases: AccountLeases;
  /** The keys of calls that clients repeat, as `http/` keeps them. */
  idempotency(options: IdempotencyOptions): IdempotencyKeys;
  /**
   * Runs `work` in one transaction, commits what it did when it returns, and undoes it when it
   * throws. No calls to the outside in it: it holds locks, and on PGlite everybody else waits.
   *
   * @throws what `work` throws; an Error when it takes longer than the limit.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
}

/** A transaction that takes longer hangs, most likely on something outside it. */
const defaultLimitMs = 10_000;

export interface StoreOptions {
  readonly transactionLimitMs?: number;
  /** Without it answers to repeated calls lie in the database as they are. */
  readonly sealing?: AnswerSealing | undefined;
  /** For traces: a span for each transaction. */
  readonly inSpan?: InSpan;
}

export function createStore(
  database: Database,
  queue: Pick<Queue, 'send'>,
  {
    transactionLimitMs = defaultLimitMs,
    sealing,
    inSpan = (_description, work) => work(),
  }: StoreOptions = {},
): Store {
  const inside = new AsyncLocalStorage<true>();
  const outside = database.sql.withPlugin(refuseInside(inside));
  return {
    ...readersOn(outside),
    leases: accountLeases(outside),
    idempotency: (options) => idempotencyKeys(outside, options, sealing),
    transaction: (work) =>
      inSpan(transactionSpan, async () => {
        refuseNested(inside);
        const trx = await database.sql.startTransaction().execute();
        const entries: PendingEntry[] = [];
        try {
          const result = await withinLimit(
            inside.run(true, () => work(transactionOn(trx, { queue, entries, sealing }))),
            transactionLimitMs,
          );
          await writeEntries(trx, queue, entries);
          await trx.commit().execute();
          return result;
        } catch (error) {
          if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
          throw error;
        }
      }),
  };
}

const transactionSpan: SpanDescription = {
  name: 'transaction',
  kind: 'client',
  attributes: { 'db.system.name': 'postgresql' },
};

interface PendingEntry {
  readonly entry: AuditEntry;
  readonly notify: boolean;
}

function transactionOn(
  trx: Writing,
  {
    queue,
    entries,
    sealing,
  }: {
    readonly queue: Pick<Queue, 'send'>;
    readonly entries: PendingEntry[];
    readonly sealing: AnswerSealing | undefined;
  },
): Transaction {
  return {
    ...writersOn(trx, sealing),
    audit: (entry, { notify = false } = {}) => void entries.push({ entry, notify }),
    enqueue: (name, data, options = {}) => queue.send(trx, name, { ...options, data }),
  };
}

async function writeEntries(
  trx: Writing,
  queue: Pick<Queue, 'send'>,
  entries: readonly PendingEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const events = await appendEvents(
    trx,
    entries.map(({ entry }) => entry),
  );
  for (const [index, { sequence }] of events.entries()) {
    if (entries[index]?.notify) await queue.send(trx, 'notify', { data: { sequence } });
  }
}

/**
 * A read past the transaction would not see what it did, and on PGlite wait for its end for ever.
 * Better to say so at once, on both.
 */
function refuseInside(inside: AsyncLocalStorage<true>): KyselyPlugin {
  return {
    transformQuery({ node }) {
      refuseNested(inside);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function refuseNested(inside: AsyncLocalStorage<true>): void {
  if (inside.getStore()) throw new Error('inside a transaction the store is used through `tx`');
}

async function withinLimit<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`a transaction took longer than ${limitMs} ms and was undone`)),
    limitMs,
  );
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
