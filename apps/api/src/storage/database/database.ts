import type { Kysely } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import type { Tables } from '../tables.ts';

/** An open database; whoever opened it closes it, after the queue that runs on it. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** For the store alone; nothing else issues SQL. */
  readonly sql: Kysely<Tables>;
  /** What the queue needs to run on the same database. */
  readonly jobs: Pick<
    ConstructorOptions,
    'backend' | 'db' | 'connectionString' | 'max' | 'migrate'
  >;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
