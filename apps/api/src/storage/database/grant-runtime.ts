import { RolecallError } from '@rolecall/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Gives a role what the service needs to run and no more: rows of all our tables, but of the audit
 * log only to add, and no table to make, change or drop. It owns nothing, so that it cannot switch
 * the triggers off that keep the log.
 *
 * @param role Exists already.
 * @throws RolecallError `USAGE` for a role that may act as the owner; errors of the driver, where
 *   there is no such role
 */
export async function grantRuntime(db: Kysely<Tables>, role: string): Promise<void> {
  const to = sql.id(role);
  await db.transaction().execute(async (trx) => {
    await refuseOwner(trx, role);
    const { rows } = await sql<OwnTable>`
      select nspname as schema, relname as name, relispartition as "isPartition"
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = current_schema() and relkind in ('r', 'p')
        and relowner = (select oid from pg_roles where rolname = current_user)`.execute(trx);
    for (const { schema, name, isPartition } of rows) {
      const table = sql.id(schema, name);
      await sql`revoke all on ${table} from ${to}`.execute(trx);
      // What goes through the whole table needs no right to its parts.
      if (isPartition) continue;
      const given = sql.raw(privileges[name] ?? anyRow);
      await sql`grant ${given} on ${table} to ${to}`.execute(trx);
    }
    const ours = rows[0]?.schema ?? 'public';
    await sql`grant usage on schema ${sql.id(ours)}, pgboss to ${to}`.execute(trx);
    const jobs = sql.raw('schema pgboss');
    await sql`grant ${sql.raw(anyRow)} on all tables in ${jobs} to ${to}`.execute(trx);
    await sql`grant usage, select on all sequences in ${jobs} to ${to}`.execute(trx);
    await sql`grant execute on all functions in ${jobs} to ${to}`.execute(trx);
  });
}

interface OwnTable {
  readonly schema: string;
  readonly name: string;
  readonly isPartition: boolean;
}

/** A superuser, too: nothing is kept from them. */
async function refuseOwner(trx: Kysely<Tables>, role: string): Promise<void> {
  const { rows } = await sql<{ owns: boolean }>`
    select pg_has_role(${role}, current_user, 'member') as owns`.execute(trx);
  if (rows[0]?.owns !== true) return;
  throw new RolecallError('USAGE', `the role ${role} may act as the owner of the tables`, {
    hint: 'Give the service a role of its own that is no superuser and no member of the owner.',
  });
}

const anyRow = 'select, insert, update, delete';

/** Where less is enough. */
const privileges: Readonly<Record<string, string>> = {
  audit_events: 'select, insert',
  audit_head: 'select, update',
  guardrails: 'select, insert',
  kysely_migration: 'select',
  kysely_migration_lock: 'select',
};
