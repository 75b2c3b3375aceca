import { Client } from 'pg';
import type { ReadRows } from './stuck.fixture.ts';

/** Rows on a connection of its own each time: the server may have been away. */
export function postgresRows(connectionString: string): ReadRows {
  return async (sql) => {
    const client = new Client({ connectionString });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
}
