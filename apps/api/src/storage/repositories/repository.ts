import type { ControlledTransaction, Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What reads may run on: the database, or a transaction. */
export type Reading = Kysely<Tables>;
/** What writes run on: they exist only inside a transaction. */
export type Writing = ControlledTransaction<Tables>;

/** What came of a change that expected a revision. */
export type Updated<Row> = Row | 'stale' | 'missing';

/** Nothing was changed: because the row has moved on, or because there is none. */
export function notUpdated(row: unknown): 'stale' | 'missing' {
  return row === undefined ? 'missing' : 'stale';
}
