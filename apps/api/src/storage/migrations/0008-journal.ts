import { type Kysely, sql } from 'kysely';

/** What applications write down before they write to AWS, so that another job can go on with them. */
export const journal = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table journal_entries (
    "sequence" bigint generated always as identity primary key,
    "accountId" text collate "C" not null,
    "scope" text collate "C" not null,
    "applicationId" text collate "C" not null,
    "run" text collate "C" not null,
    "kind" text not null,
    "at" timestamptz not null,
    "entry" json not null
  )`,
  'create index journal_entries_of_scope on journal_entries ("accountId", "scope", "sequence")',
  'create index journal_entries_by_age on journal_entries ("at")',
];
