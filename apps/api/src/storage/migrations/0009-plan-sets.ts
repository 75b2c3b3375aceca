import { type Kysely, sql } from 'kysely';

/** One manifest for several accounts is planned in one go; each plan is one like others. */
export const planSets = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table plan_sets (
    "id" text collate "C" primary key,
    "scope" text not null,
    "state" text not null,
    "requestedBy" json not null,
    "request" json not null,
    "failure" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "finishedAt" timestamptz
  )`,
  'create index plan_sets_page on plan_sets ("createdAt", "id")',
  `create table plan_set_members (
    "setId" text collate "C" not null references plan_sets on delete cascade,
    "position" integer not null,
    "name" text not null,
    "accountId" text collate "C" not null,
    "partition" text not null,
    "tags" json not null,
    "state" text not null,
    "planId" text collate "C",
    "summary" json,
    "failure" json,
    primary key ("setId", "position")
  )`,
];
