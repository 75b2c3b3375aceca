import { type Kysely, sql } from 'kysely';

/**
 * The chain and its head. The triggers keep mistakes out, not the database's owner: against that
 * the signed head goes outside.
 */
export const audit = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table audit_events (
    "sequence" bigint primary key,
    "at" timestamptz not null,
    "actor" json not null,
    "type" text not null,
    "subject" text not null,
    "accountId" text,
    "data" json not null,
    "hash" text not null,
    "previousHash" text not null
  )`,
  'create index audit_events_subject on audit_events ("subject", "sequence")',
  'create index audit_events_type on audit_events ("type", "sequence")',
  'create index audit_events_account on audit_events ("accountId", "sequence")',
  `create table audit_head (
    "id" integer primary key check ("id" = 1),
    "sequence" bigint not null,
    "hash" text not null
  )`,
  `insert into audit_head values (1, 0, repeat('0', 64))`,

  `create function audit_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'audit events are never changed or removed' using errcode = '42501';
  end $$`,
  `create trigger audit_events_append_only before update or delete on audit_events
    for each row execute function audit_is_append_only()`,
  `create trigger audit_events_no_truncate before truncate on audit_events
    for each statement execute function audit_is_append_only()`,
  `create trigger audit_head_kept before delete on audit_head
    for each row execute function audit_is_append_only()`,
];
