import type { ApprovalRule, EligibilityRule } from '../model/records.ts';
import {
  type AccountExceptionsReader,
  readAccountExceptions,
} from './repositories/account-exceptions.ts';
import { type AccountReader, readAccounts } from './repositories/accounts.ts';
import { type ApiTokenReader, readApiTokens } from './repositories/api-tokens.ts';
import { type ApplicationReader, readApplications } from './repositories/applications.ts';
import { type AuditReader, readAuditEvents } from './repositories/audit-events.ts';
import { type CheckRunReader, readCheckRuns } from './repositories/check-runs.ts';
import { type DecisionReader, readDecisions } from './repositories/decisions.ts';
import { type DelegationReader, readDelegations } from './repositories/delegations.ts';
import { type DeliveryReader, readDeliveries } from './repositories/deliveries.ts';
import { type GrantReader, readGrants } from './repositories/grants.ts';
import { type GuardrailsReader, readGuardrails } from './repositories/guardrails.ts';
import { type GuideWalkReader, readGuideWalks } from './repositories/guide-walks.ts';
import { type JournalReader, readJournals } from './repositories/journal.ts';
import { type PlanSetReader, readPlanSets } from './repositories/plan-sets.ts';
import { type PlanReader, readPlans } from './repositories/plans.ts';
import {
  type PrincipalMappingReader,
  readPrincipalMappings,
} from './repositories/principal-mappings.ts';
import type { Reading } from './repositories/repository.ts';
import { type RoleRequestReader, readRoleRequests } from './repositories/role-requests.ts';
import { type RuleChangeReader, readRuleChanges } from './repositories/rule-changes.ts';
import { type RuleListReader, readRuleList } from './repositories/rule-lists.ts';
import { readSecrets, type SecretReader } from './repositories/secrets.ts';
import { readSettings, type SettingReader } from './repositories/settings.ts';
import {
  readWebhookEndpoints,
  type WebhookEndpointReader,
} from './repositories/webhook-endpoints.ts';

/** All that can be read, outside a transaction or inside. */
export interface Readers {
  readonly accountExceptions: AccountExceptionsReader;
  readonly accounts: AccountReader;
  readonly apiTokens: ApiTokenReader;
  readonly applications: ApplicationReader;
  readonly approvalRules: RuleListReader<ApprovalRule>;
  readonly auditEvents: AuditReader;
  readonly checkRuns: CheckRunReader;
  readonly decisions: DecisionReader;
  readonly delegations: DelegationReader;
  readonly deliveries: DeliveryReader;
  readonly eligibilityRules: RuleListReader<EligibilityRule>;
  readonly grants: GrantReader;
  readonly guardrails: GuardrailsReader;
  readonly guideWalks: GuideWalkReader;
  readonly journal: JournalReader;
  readonly plans: PlanReader;
  readonly planSets: PlanSetReader;
  readonly principalMappings: PrincipalMappingReader;
  readonly roleRequests: RoleRequestReader;
  readonly ruleChanges: RuleChangeReader;
  readonly secrets: SecretReader;
  readonly settings: SettingReader;
  readonly webhookEndpoints: WebhookEndpointReader;
}

export function readersOn(db: Reading): Readers {
  return {
    accountExceptions: readAccountExceptions(db),
    accounts: readAccounts(db),
    apiTokens: readApiTokens(db),
    applications: readApplications(db),
    approvalRules: readRuleList(db, 'approval'),
    auditEvents: readAuditEvents(db),
    checkRuns: readCheckRuns(db),
    decisions: readDecisions(db),
    delegations: readDelegations(db),
    deliveries: readDeliveries(db),
    eligibilityRules: readRuleList(db, 'eligibility'),
    grants: readGrants(db),
    guardrails: readGuardrails(db),
    guideWalks: readGuideWalks(db),
    journal: readJournals(db),
    plans: readPlans(db),
    planSets: readPlanSets(db),
    principalMappings: readPrincipalMappings(db),
    roleRequests: readRoleRequests(db),
    ruleChanges: readRuleChanges(db),
    secrets: readSecrets(db),
    settings: readSettings(db),
    webhookEndpoints: readWebhookEndpoints(db),
  };
}
