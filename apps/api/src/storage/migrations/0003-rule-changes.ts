import { type Kysely, sql } from 'kysely';

/** Changes of the rules get a table of their own; until then each was a setting. */
export const ruleChanges = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  // `base` may be a number of 48 bits, which drivers give back as text from a bigint.
  `create table rule_changes (
    "id" text collate "C" primary key,
    "edit" json not null,
    "base" double precision,
    "proposedBy" json not null,
    "state" text not null,
    "decidedBy" json,
    "comment" text not null,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "decidedAt" timestamptz
  )`,
  'create index rule_changes_page on rule_changes ("createdAt", "id")',
  `create index rule_changes_pending on rule_changes ("id") where "state" = 'pending'`,
  `insert into rule_changes
    select "value"->>'id', "value"->'edit', ("value"->>'base')::double precision,
      "value"->'proposedBy', "value"->>'state',
      case json_typeof("value"->'decidedBy') when 'null' then null else "value"->'decidedBy' end,
      "value"->>'comment', ("value"->>'revision')::integer,
      ("value"->>'createdAt')::timestamptz, ("value"->>'decidedAt')::timestamptz
    from settings where "key" like 'rule-changes/%'`,
  `delete from settings where "key" = 'rule-changes' or "key" like 'rule-changes/%'`,
];
