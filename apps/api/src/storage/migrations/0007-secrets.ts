import { type Kysely, sql } from 'kysely';

/** Passwords and access keys wait, encrypted, until they are fetched; then only that they did is kept. */
export const secrets = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table secrets (
    "id" text collate "C" primary key,
    "applicationId" text collate "C" not null,
    "accountId" text not null,
    "user" text not null,
    "kind" text not null,
    "accessKeyId" text,
    "recipients" json not null,
    "state" text not null,
    "settled" boolean not null,
    "ciphertext" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "expiresAt" timestamptz not null,
    "readBy" json,
    "readAt" timestamptz,
    constraint secrets_ciphertext check (("state" = 'waiting') = ("ciphertext" is not null))
  )`,
  'create index secrets_of_application on secrets ("applicationId", "createdAt", "id")',
  'create index secrets_of_user on secrets ("accountId", "user")',
  `create index secrets_waiting on secrets ("expiresAt") where "state" = 'waiting'`,
];
