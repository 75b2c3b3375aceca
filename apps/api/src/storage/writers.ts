import type { IdempotencyTransaction } from '../http/idempotency.ts';
import type { ApprovalRule, EligibilityRule } from '../model/records.ts';
import {
  type AccountExceptionsWriter,
  writeAccountExceptions,
} from './repositories/account-exceptions.ts';
import { type LeaseFence, leaseFence } from './repositories/account-leases.ts';
import { type AccountWriter, writeAccounts } from './repositories/accounts.ts';
import type { AnswerSealing } from './repositories/answer-sealing.ts';
import { type ApiTokenWriter, writeApiTokens } from './repositories/api-tokens.ts';
import { type ApplicationWriter, writeApplications } from './repositories/applications.ts';
import { type AuditReader, readAuditEvents } from './repositories/audit-events.ts';
import { type CheckRunWriter, writeCheckRuns } from './repositories/check-runs.ts';
import { type DecisionWriter, writeDecisions } from './repositories/decisions.ts';
import { type DelegationWriter, writeDelegations } from './repositories/delegations.ts';
import { type DeliveryWriter, writeDeliveries } from './repositories/deliveries.ts';
import { type GrantWriter, writeGrants } from './repositories/grants.ts';
import { type GuardrailsWriter, writeGuardrails } from './repositories/guardrails.ts';
import { type GuideWalkWriter, writeGuideWalks } from './repositories/guide-walks.ts';
import { idempotencyIn } from './repositories/idempotency.ts';
import { type JournalWriter, writeJournals } from './repositories/journal.ts';
import { type PlanSetWriter, writePlanSets } from './repositories/plan-sets.ts';
import { type PlanWriter, writePlans } from './repositories/plans.ts';
import {
  type PrincipalMappingWriter,
  writePrincipalMappings,
} from './repositories/principal-mappings.ts';
import type { Writing } from './repositories/repository.ts';
import { type RoleRequestWriter, writeRoleRequests } from './repositories/role-requests.ts';
import { type RuleChangeWriter, writeRuleChanges } from './repositories/rule-changes.ts';
import { type RuleListWriter, writeRuleList } from './repositories/rule-lists.ts';
import { type SecretWriter, writeSecrets } from './repositories/secrets.ts';
import { type SettingWriter, writeSettings } from './repositories/settings.ts';
import {
  type WebhookEndpointWriter,
  writeWebhookEndpoints,
} from './repositories/webhook-endpoints.ts';

/** All that can be read and written, inside a transaction. */
export interface Writers {
  readonly accountExceptions: AccountExceptionsWriter;
  readonly accounts: AccountWriter;
  readonly apiTokens: ApiTokenWriter;
  readonly applications: ApplicationWriter;
  readonly approvalRules: RuleListWriter<ApprovalRule>;
  readonly auditEvents: AuditReader;
  readonly checkRuns: CheckRunWriter;
  readonly decisions: DecisionWriter;
  readonly delegations: DelegationWriter;
  readonly deliveries: DeliveryWriter;
  readonly eligibilityRules: RuleListWriter<EligibilityRule>;
  readonly grants: GrantWriter;
  readonly guardrails: GuardrailsWriter;
  readonly guideWalks: GuideWalkWriter;
  readonly idempotency: IdempotencyTransaction;
  readonly journal: JournalWriter;
  readonly leases: LeaseFence;
  readonly plans: PlanWriter;
  readonly planSets: PlanSetWriter;
  readonly principalMappings: PrincipalMappingWriter;
  readonly roleRequests: RoleRequestWriter;
  readonly ruleChanges: RuleChangeWriter;
  readonly secrets: SecretWriter;
  readonly settings: SettingWriter;
  readonly webhookEndpoints: WebhookEndpointWriter;
}

export function writersOn(trx: Writing, sealing: AnswerSealing | undefined): Writers {
  return {
    accountExceptions: writeAccountExceptions(trx),
    accounts: writeAccounts(trx),
    apiTokens: writeApiTokens(trx),
    applications: writeApplications(trx),
    approvalRules: writeRuleList(trx, 'approval'),
    auditEvents: readAuditEvents(trx),
    checkRuns: writeCheckRuns(trx),
    decisions: writeDecisions(trx),
    delegations: writeDelegations(trx),
    deliveries: writeDeliveries(trx),
    eligibilityRules: writeRuleList(trx, 'eligibility'),
    grants: writeGrants(trx),
    guardrails: writeGuardrails(trx),
    guideWalks: writeGuideWalks(trx),
    idempotency: idempotencyIn(trx, sealing),
    journal: writeJournals(trx),
    leases: leaseFence(trx),
    plans: writePlans(trx),
    planSets: writePlanSets(trx),
    principalMappings: writePrincipalMappings(trx),
    roleRequests: writeRoleRequests(trx),
    ruleChanges: writeRuleChanges(trx),
    secrets: writeSecrets(trx),
    settings: writeSettings(trx),
    webhookEndpoints: writeWebhookEndpoints(trx),
  };
}
