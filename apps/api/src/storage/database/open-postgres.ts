import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';
import { instantsAsText } from './instants-as-text.ts';
import { migrate } from './migrate.ts';

/** PostgreSQL 15 or newer. */
export interface PostgresSource {
  readonly kind: 'postgres';
  readonly url: string;
  /** Connections for requests; the queue opens a few of its own. */
  readonly poolSize: number;
  /** Told of what happens to idle connections, as when the server restarts; the pool replaces them. */
  readonly onError?: (error: Error) => void;
}

/** No statement of ours takes long; one that does waits for a lock that will not come. */
const statementMs = 10_000;
/** A transaction that stands still that long belongs to a process that has gone away. */
const idleTransactionMs = 30_000;
const connectMs = 5_000;
const queueConnections = 4;

export async function openPostgres(source: PostgresSource): Promise<Database> {
  await migrateApart(source);
  const pool = new Pool({
    connectionString: source.url,
    max: source.poolSize,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    keepAlive: true,
  });
  // Without a listener an error of an idle connection would end the process.
  pool.on('error', (error) => source.onError?.(error));
  const database = open(pool);
  return {
    kind: 'postgres',
    sql: database,
    jobs: { backend: 'postgres', connectionString: source.url, max: queueConnections },
    ping: async () => void (await sql`select 1`.execute(database)),
    close: () => database.destroy(),
  };
}

/** On connections of its own: a migration, or waiting for another replica's, may take its time. */
async function migrateApart({ url, onError }: PostgresSource): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: connectMs });
  pool.on('error', (error) => onError?.(error));
  const database = open(pool);
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
}

function open(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [instantsAsText] });
}
