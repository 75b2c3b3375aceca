import { type DatabaseConnection, Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';
import { translateAway } from './database-away.ts';
import { instantsAsText } from './instants-as-text.ts';
import { migrate, requireMigrated } from './migrate.ts';

/** PostgreSQL 15 or newer. */
export interface PostgresSource {
  readonly kind: 'postgres';
  readonly url: string;
  /** Connections for requests; the queue opens a few of its own. */
  readonly poolSize: number;
  /** Without it, true; else tables that are behind are refused. */
  readonly migrateAtStart?: boolean;
  /** Told of what happens to idle connections, as when the server restarts; the pool replaces them. */
  readonly onError?: (error: Error) => void;
}

/** No statement of ours takes long; one that does waits for a lock that will not come. */
const statementMs = 10_000;
/** A transaction that stands still that long belongs to a process that has gone away. */
const idleTransactionMs = 30_000;
const connectMs = 5_000;
const queueConnections = 4;

/**
 * @throws RolecallError `USAGE` where tables are behind and not to be migrated; errors of the driver
 */
export async function openPostgres(source: PostgresSource): Promise<Database> {
  const { migrateAtStart = true } = source;
  await apart(source, migrateAtStart ? migrate : requireMigrated);
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
    jobs: {
      ...{ backend: 'postgres', connectionString: source.url, max: queueConnections },
      migrate: migrateAtStart,
    },
    ping: async () => void (await sql`select 1`.execute(database)),
    close: () => database.destroy(),
  };
}

/** On connections of its own: a migration, or waiting for another replica's, may take its time. */
async function apart(
  { url, onError }: PostgresSource,
  work: (database: Kysely<Tables>) => Promise<unknown>,
): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: connectMs });
  pool.on('error', (error) => onError?.(error));
  const database = open(pool);
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

/** Whoever asks learns of a database that is away as of nothing else: a `DatabaseAway`. */
function open(pool: Pool): Kysely<Tables> {
  // The pool listens to idle connections only. One that breaks between two statements of a
  // transaction would end the process; the next statement on it fails, and says why.
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({
    pool: {
      options: pool.options,
      connect: () => pool.connect().catch(throwTranslated),
      end: () => pool.end(),
    },
    onCreateConnection: async (connection) => {
      const execute: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
      connection.executeQuery = (query, options) =>
        execute<never>(query, options).catch(throwTranslated);
    },
  });
  return new Kysely<Tables>({ dialect, plugins: [instantsAsText] });
}

function throwTranslated(error: unknown): never {
  throw translateAway(error);
}
