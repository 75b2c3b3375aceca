import { type Kysely, sql } from 'kysely';

/**
 * All that the service stores. Ids and cursors compare by code unit (`collate "C"`), on every
 * server alike. `json` and not `jsonb`: what people approved and what was hashed stays as it was.
 */
export const records = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table accounts (
    "id" text collate "C" primary key,
    "name" text not null,
    "partition" text not null,
    "access" json not null,
    "environment" text not null,
    "owner" text not null,
    "state" text not null,
    "failure" text,
    "scope" text not null,
    "revision" integer not null,
    "createdAt" timestamptz not null
  )`,

  `create table role_requests (
    "id" text collate "C" primary key,
    "state" text not null,
    "requester" json not null,
    "accountId" text not null,
    "blueprint" text not null,
    "parameters" json not null,
    "reason" text not null,
    "ticket" text,
    "durationSeconds" integer not null,
    "answerBy" timestamptz not null,
    "emergency" boolean not null,
    "preview" json,
    "approval" json,
    "grantId" text,
    "failure" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null
  )`,
  'create index role_requests_page on role_requests ("createdAt", "id")',
  `create index role_requests_requester on role_requests (("requester"->>'id'), "createdAt", "id")`,
  'create index role_requests_account on role_requests ("accountId", "createdAt", "id")',
  'create index role_requests_state on role_requests ("state", "createdAt", "id")',

  `create table decisions (
    "id" text collate "C" primary key,
    "requestId" text not null references role_requests,
    "approver" json not null,
    "onBehalfOf" text,
    "decision" text not null,
    "comment" text not null,
    "planId" text not null,
    "valid" boolean not null,
    "createdAt" timestamptz not null
  )`,
  `create unique index decisions_once on decisions ("requestId", ("approver"->>'id')) where "valid"`,
  'create index decisions_page on decisions ("requestId", "createdAt", "id")',

  `create table delegations (
    "id" text collate "C" primary key,
    "from" text not null,
    "fromGroups" text[] not null,
    "to" text not null,
    "startsAt" timestamptz not null,
    "endsAt" timestamptz not null
  )`,
  'create index delegations_to on delegations ("to", "endsAt")',
  'create index delegations_from on delegations ("from")',

  `create table grants (
    "id" text collate "C" primary key,
    "requestId" text not null,
    "state" text not null,
    "holder" json not null,
    "accountId" text not null,
    "blueprint" text not null,
    "roleArns" text[] not null,
    "manifest" json not null,
    "planId" text not null,
    "startsAt" timestamptz not null,
    "expiresAt" timestamptz not null,
    "endedAt" timestamptz,
    "endedBy" json,
    "endReason" text,
    "failure" text,
    "review" json,
    "needsReview" boolean not null,
    "recertifiedAt" timestamptz,
    "revision" integer not null,
    "createdAt" timestamptz not null
  )`,
  'create index grants_page on grants ("createdAt", "id")',
  `create index grants_holder on grants (("holder"->>'id'), "createdAt", "id")`,
  'create index grants_account on grants ("accountId", "createdAt", "id")',
  'create index grants_request on grants ("requestId")',
  `create index grants_due on grants ("expiresAt") where "state" in ('active', 'expiring')`,

  `create table plans (
    "id" text collate "C" primary key,
    "accountId" text not null,
    "manifest" json not null,
    "plan" json not null,
    "review" json not null,
    "madeBy" json not null,
    "createdAt" timestamptz not null
  )`,

  `create table applications (
    "id" text collate "C" primary key,
    "planId" text not null references plans,
    "accountId" text not null,
    "state" text not null,
    "requestedBy" json not null,
    "report" json not null,
    "failure" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "finishedAt" timestamptz
  )`,
  'create index applications_page on applications ("createdAt", "id")',

  `create table check_runs (
    "id" text collate "C" primary key,
    "accountId" text not null,
    "state" text not null,
    "requestedBy" json not null,
    "counts" json not null,
    "failure" text,
    "revision" integer not null,
    "createdAt" timestamptz not null,
    "finishedAt" timestamptz
  )`,
  'create index check_runs_page on check_runs ("createdAt", "id")',
  `create table check_findings (
    "runId" text collate "C" not null references check_runs on delete cascade,
    "position" integer not null,
    "outcome" text not null,
    "severity" text not null,
    "finding" json not null,
    primary key ("runId", "position")
  )`,

  `create table rule_lists (
    "name" text primary key,
    "revision" integer not null,
    "rules" json not null
  )`,
  `create table principal_mappings (
    "subject" text collate "C" not null,
    "accountId" text collate "C" not null,
    "principal" json not null,
    primary key ("subject", "accountId")
  )`,
  `create table guardrails (
    "version" integer primary key,
    "text" text not null,
    "changedBy" json not null,
    "createdAt" timestamptz not null
  )`,
  `create table settings (
    "key" text primary key,
    "value" json not null,
    "revision" integer not null,
    "updatedAt" timestamptz not null
  )`,

  `create table webhook_endpoints (
    "id" text collate "C" primary key,
    "url" text not null,
    "events" text[] not null,
    "secret" text not null,
    "state" text not null,
    "revision" integer not null,
    "createdAt" timestamptz not null
  )`,
  'create index webhook_endpoints_page on webhook_endpoints ("createdAt", "id")',
  `create table deliveries (
    "id" text collate "C" primary key,
    "channel" text not null,
    "target" text not null,
    "eventType" text not null,
    "payload" json not null,
    "state" text not null,
    "attempts" integer not null,
    "nextAttemptAt" timestamptz,
    "failure" text,
    "createdAt" timestamptz not null,
    "deliveredAt" timestamptz
  )`,
  'create index deliveries_page on deliveries ("target", "createdAt", "id")',
  `create index deliveries_due on deliveries ("nextAttemptAt") where "state" = 'pending'`,

  `create table api_tokens (
    "id" text collate "C" primary key,
    "hash" text not null,
    "name" text not null,
    "actor" json not null,
    "roles" text[] not null,
    "groups" text[] not null,
    "scopes" text[],
    "createdBy" json not null,
    "createdAt" timestamptz not null,
    "expiresAt" timestamptz not null,
    "revokedAt" timestamptz,
    "lastUsedAt" timestamptz
  )`,
  'create index api_tokens_page on api_tokens ("createdAt", "id")',
  `create table idempotency_keys (
    "caller" text not null,
    "key" text not null,
    "method" text not null,
    "path" text not null,
    "bodyHash" text not null,
    "fence" text not null,
    "leaseUntil" timestamptz not null,
    "status" integer,
    "headers" json,
    "body" text,
    "expiresAt" timestamptz not null,
    primary key ("caller", "key")
  )`,
  'create index idempotency_keys_expiry on idempotency_keys ("expiresAt")',
  `create table account_leases (
    "accountId" text primary key,
    "holder" text not null,
    "expiresAt" timestamptz not null,
    "fence" integer not null
  )`,
];
