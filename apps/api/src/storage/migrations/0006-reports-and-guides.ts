import { type Kysely, sql } from 'kysely';

/**
 * Check runs keep what was asked for, which until now stood in the audit log alone, and a report
 * beside their findings. Accounts have exceptions, and guides are walked.
 */
export const reportsAndGuides = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `alter table check_runs
    add column "request" json not null
      default '{"profile":null,"checks":null,"settings":{},"exceptions":[],"fresh":false,"fixes":false}',
    add column "openBySeverity" json not null default '{}',
    add column "score" integer`,
  `update check_runs set "request" = json_build_object(
      'profile', null, 'settings', json_build_object(), 'exceptions', json_build_array(),
      'fresh', false, 'fixes', false,
      'checks', (select "data"->'checks' from audit_events
        where "subject" = 'check-runs/' || check_runs."id" and "type" = 'check-run.started'
        order by "sequence" limit 1))
    where "state" in ('queued', 'running')`,
  `alter table check_runs
    alter column "request" drop default,
    alter column "openBySeverity" drop default`,

  `create table check_reports (
    "runId" text collate "C" primary key references check_runs on delete cascade,
    "report" json not null
  )`,

  `create table account_exceptions (
    "accountId" text collate "C" primary key references accounts on delete cascade,
    "exceptions" json not null,
    "revision" integer not null,
    "updatedBy" json not null,
    "updatedAt" timestamptz not null
  )`,

  `create table guide_walks (
    "id" text collate "C" primary key,
    "accountId" text not null,
    "guide" text not null,
    "state" text not null,
    "requestedBy" json not null,
    "request" json not null,
    "counts" json not null,
    "result" json not null,
    "failure" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "finishedAt" timestamptz
  )`,
  'create index guide_walks_page on guide_walks ("createdAt", "id")',
];
