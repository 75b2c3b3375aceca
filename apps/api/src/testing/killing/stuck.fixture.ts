import { z } from 'zod';

/** Rows of a query without parameters. */
export type ReadRows = (sql: string) => Promise<readonly unknown[]>;

/** What the API does not show: nothing is held that nobody works on, and no work waits. */
const queries = {
  'account is leased': `select "accountId" as what from account_leases where "expiresAt" > now()`,
  'key is claimed': `select "path" as what from idempotency_keys
    where status is null and "leaseUntil" > now()`,
  'job is not done': `select name || ' ' || state || ' ' || data::text as what from pgboss.job
    where name <> 'sweep' and (state = 'active'
      or (state in ('created', 'retry') and start_after <= now()))`,
} as const;

const rows = z.array(z.object({ what: z.string() }));

export async function readStuck(read: ReadRows): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, sql] of Object.entries(queries)) {
    found.push(...rows.parse(await read(sql)).map(({ what }) => `${name}: ${what}`));
  }
  return found;
}
