import type { Json } from '@rolecall/policy';
import type { ColumnType } from 'kysely';
import type { ApiTokenRecord } from '../identity/api-tokens.ts';
import type {
  AccountExceptionsRecord,
  AccountLease,
  AccountRecord,
  ApplicationRecord,
  AuditEvent,
  CheckFindingRecord,
  CheckReportRecord,
  CheckRunRecord,
  DecisionRecord,
  Delegation,
  DeliveryRecord,
  GrantRecord,
  GuardrailsRecord,
  GuideWalkRecord,
  JournalRow,
  PlanRecord,
  PlanSetMemberRecord,
  PlanSetRecord,
  PrincipalMapping,
  RoleRequestRecord,
  RuleChangeRecord,
  SecretRecord,
  SettingRecord,
  WebhookEndpoint,
} from '../model/records.ts';

/**
 * A column is called as the field of the record it holds, so that a row is a record. Objects go in
 * as they are; a value that may also be a list or a scalar goes in as JSON text, since node-postgres
 * takes a list for an array of SQL.
 */
type JsonText<T = Json> = ColumnType<T, string, string>;
type With<T, Columns> = Omit<T, keyof Columns> & Columns;

export interface Tables {
  accounts: AccountRecord;
  role_requests: RoleRequestRecord;
  decisions: With<DecisionRecord, { onBehalfOf: string | null }>;
  delegations: Delegation;
  grants: With<GrantRecord, { manifest: JsonText }>;
  plans: With<PlanRecord, { manifest: JsonText; plan: JsonText; review: JsonText }>;
  plan_sets: PlanSetRecord;
  plan_set_members: With<PlanSetMemberRecord, { tags: JsonText<readonly string[]> }>;
  applications: With<ApplicationRecord, { report: JsonText }>;
  check_runs: CheckRunRecord;
  check_findings: With<CheckFindingRecord, { finding: JsonText }>;
  check_reports: With<CheckReportRecord, { report: JsonText }>;
  account_exceptions: With<AccountExceptionsRecord, { exceptions: JsonText<readonly Json[]> }>;
  guide_walks: With<GuideWalkRecord, { result: JsonText }>;
  secrets: SecretRow;
  journal_entries: JournalEntryRow;
  rule_lists: RuleListRow;
  rule_changes: With<RuleChangeRecord, { edit: JsonText }>;
  principal_mappings: PrincipalMapping;
  guardrails: GuardrailsRecord;
  webhook_endpoints: WebhookEndpoint;
  deliveries: With<DeliveryRecord, { payload: JsonText }>;
  api_tokens: ApiTokenRecord;
  idempotency_keys: IdempotencyRow;
  account_leases: AccountLease;
  settings: With<SettingRecord, { value: JsonText }>;
  audit_events: With<AuditEvent, { sequence: ColumnType<number | string, number>; data: JsonText }>;
  audit_head: AuditHeadRow;
}

/** Numbered as they are written. */
interface JournalEntryRow extends With<JournalRow, { entry: JsonText }> {
  readonly sequence: ColumnType<number | string, never>;
}

/** The ciphertext is there as long as it waits. */
interface SecretRow extends With<SecretRecord, { recipients: JsonText<readonly string[]> }> {
  readonly ciphertext: string | null;
}

/** A whole ordered list under one revision: of rules that go by order, half a change is none. */
interface RuleListRow {
  readonly name: string;
  readonly revision: number;
  readonly rules: JsonText;
}

interface IdempotencyRow {
  readonly caller: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly bodyHash: string;
  readonly fence: string;
  /** Until then nobody else may take it; afterwards who took it cannot answer any more. */
  readonly leaseUntil: string;
  /** Null until the answer is known. */
  readonly status: number | null;
  readonly headers: { readonly [name: string]: string } | null;
  readonly body: string | null;
  readonly expiresAt: string;
}

interface AuditHeadRow {
  readonly id: number;
  /** int8: node-postgres gives text, PGlite a number. */
  readonly sequence: ColumnType<number | string, number>;
  readonly hash: string;
}
