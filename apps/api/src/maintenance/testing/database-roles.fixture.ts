import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { PostgresServer } from '../../storage/testing/postgres-server.fixture.ts';

/** One database, as each of the two roles of docs/service.md reaches it. */
export interface OwnedDatabase {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
}

export interface DatabaseRoles {
  readonly owner: string;
  readonly runtime: string;
  /** An empty one of the owner's. */
  createDatabase(): Promise<OwnedDatabase>;
  /** Takes the roles away, with all that they own. */
  drop(): Promise<void>;
}

export async function createRoles(
  server: Pick<PostgresServer, 'createDatabase'>,
): Promise<DatabaseRoles> {
  const password = randomBytes(4).toString('hex');
  const [owner, runtime] = [`rolecall_owner_${password}`, `rolecall_${password}`];
  const urls = [await server.createDatabase()];
  for (const role of [owner, runtime])
    await query(urls[0] ?? '', `create role ${role} login password '${password}'`);
  return {
    owner,
    runtime,
    async createDatabase() {
      const url = await server.createDatabase();
      urls.push(url);
      await query(url, `alter database ${new URL(url).pathname.slice(1)} owner to ${owner}`);
      const as = (username: string): string =>
        Object.assign(new URL(url), { username, password }).href;
      return { ownerUrl: as(owner), runtimeUrl: as(runtime) };
    },
    async drop() {
      for (const url of urls)
        for (const role of [runtime, owner])
          await query(url, `reassign owned by ${role} to current_user; drop owned by ${role}`);
      for (const role of [runtime, owner]) await query(urls[0] ?? '', `drop role ${role}`);
    },
  };
}

/** What the database answers to somebody, in rows. */
export async function query(
  url: string,
  text: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows = [] } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}
