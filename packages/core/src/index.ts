export { compareSnapshots, type PrincipalComparison } from './access/compare-snapshots.ts';
export {
  explainWebIdentityRefusal,
  type WebIdentityExplanation,
} from './access/explain-web-identity.ts';
export { type EmbeddedPolicy, findPolicies } from './access/find-policies.ts';
export { type HeldPolicy, type PrincipalAccess, principalsOf } from './access/principal-access.ts';
export { readWebIdentityClaims, type WebIdentityClaims } from './access/web-identity-claims.ts';
export { yamlTree } from './access/yaml-tree.ts';
export * from './blueprints/blueprint.ts';
export * from './blueprints/catalogue.ts';
export {
  type BlueprintDiagnostic,
  type Expansion,
  expandBlueprint,
} from './blueprints/expand-blueprint.ts';
export * from './blueprints/lifecycle.ts';
export { refusal } from './blueprints/lifecycle-gate.ts';
export * from './bootstrap/bootstrap.ts';
export { coreManifest } from './bootstrap/core-manifest.ts';
export { coreNames, corePath, coreScope } from './bootstrap/core-names.ts';
export { type GithubRepository, parseGithubRepository } from './bootstrap/github-trust.ts';
export * from './bootstrap/kinds.ts';
export { type BootstrapInput, renderBootstrap } from './bootstrap/render-bootstrap.ts';
export { serviceOptIns } from './bootstrap/service-opt-ins.ts';
export * from './checks/check.ts';
export * from './checks/index.ts';
export * from './checks/run-checks.ts';
export * from './compliance/checks-of.ts';
export type { Automation, Control, Framework } from './compliance/framework.ts';
export * from './compliance/frameworks.ts';
export type { Loosened } from './compliance/judge-finding.ts';
export * from './compliance/profiles.ts';
export * from './compliance/report-compliance.ts';
export {
  type Excepted,
  type ExceptFindingsContext,
  exceptFindings,
  partsForExceptions,
} from './exceptions/except-findings.ts';
export {
  type AppliedException,
  type Exception,
  type ExceptionTarget,
  exceptionScope,
  type ReportedFinding,
} from './exceptions/exception.ts';
export { exceptionChecks } from './exceptions/exception-checks.ts';
export type { ExceptionFault } from './exceptions/exception-fault.ts';
export { type ReadExceptionsOptions, readExceptions } from './exceptions/read-exceptions.ts';
export { exceptionsJsonSchema, exceptionsSchema } from './exceptions/schema.ts';
export type { Fix, FixCondition, FixContext, FixWrite } from './fixes/fix.ts';
export type { FixCall } from './fixes/fix-call.ts';
export type { FixNote, FixOperation, FixPlan } from './fixes/fix-plan.ts';
export type { FixReport, FixResult } from './fixes/fix-report.ts';
export { passwordPolicyState } from './fixes/fix-states.ts';
export type { FixLookup, FixTarget, FixTargetOf } from './fixes/fix-target.ts';
export { fixesFor, fixInstructions, fixMakers } from './fixes/fixes-for.ts';
export { chooseFindings, type FixChoice, planFixes } from './fixes/plan-fixes.ts';
export { isFixPlan, type KeptFixPlan, readFixPlan } from './fixes/read-fix-plan.ts';
export { policyState } from './fixes/trust-audience.ts';
export * from './guardrails/guardrails.ts';
export { noGuardrails as builtinGuardrails } from './guardrails/guardrails.ts';
export * from './guardrails/json-schema.ts';
export * from './guardrails/judge-guardrails.ts';
export * from './guardrails/own.ts';
export * from './guardrails/read-guardrails.ts';
export type { GuardrailRefusal } from './guardrails/refusal.ts';
export * from './guardrails/schema.ts';
export { type AddedToManifest, addToManifest } from './guides/add-to-manifest.ts';
export type { Applicability } from './guides/applicability.ts';
export { findGuide, guides, nearestGuide } from './guides/catalogue.ts';
export type { OneAccount } from './guides/entry-for-account.ts';
export { fillInstructions } from './guides/fill-instructions.ts';
export {
  blueprintOfStep,
  type Guide,
  type GuideStep,
  type Instructions,
} from './guides/guide.ts';
export { type GuideFacts, guideFacts } from './guides/guide-facts.ts';
export { checksForGuide, partsForGuide } from './guides/guide-needs.ts';
export { missingEntries } from './guides/missing-entries.ts';
export type { DeclaredEntry, PlannedEntry } from './guides/planned-entry.ts';
export { needsNothing, requirementIds, stepsCovering } from './guides/requirements.ts';
export { type GuideWalk, type WalkGuideInput, walkGuide } from './guides/walk-guide.ts';
export { type StepState, stepStates, type WalkedStep } from './guides/walked-step.ts';
export * from './import/import-account.ts';
export * from './import/import-request.ts';
export type { Imported } from './import/imported.ts';
export { describeLeftOut, type LeftOut, type LeftOutReason } from './import/left-out.ts';
export { narrowJudged } from './lockouts/plan-judged.ts';
export * from './manifest/accounts/choose-accounts.ts';
export * from './manifest/accounts/discovered-accounts.ts';
export type { ManifestAccount } from './manifest/accounts/manifest-account.ts';
export { matchesAccount } from './manifest/accounts/matches-account.ts';
export * from './manifest/accounts/read-manifest-set.ts';
export type { Departed } from './manifest/departure.ts';
export * from './manifest/json-schema.ts';
export * from './manifest/manifest.ts';
export * from './manifest/read-manifest.ts';
export * from './manifest/schema.ts';
export { isAgeRecipient, recipientFault } from './model/age-recipient.ts';
export * from './model/collect-request.ts';
export * from './model/errors.ts';
export * from './model/finding.ts';
export { instantSchema } from './model/instant-schema.ts';
export * from './model/lease-marker.ts';
export * from './model/nearest-name.ts';
export { noParts } from './model/no-parts.ts';
export * from './model/ownership.ts';
export * from './model/part.ts';
export * from './model/part-permissions.ts';
export type { SignIn } from './model/parts/sign-in-schema.ts';
export * from './model/policy-schema.ts';
export * from './model/resource.ts';
export * from './model/resource-sections.ts';
export { type Secret, secretOf, withoutSecrets } from './model/secret.ts';
export * from './model/session-revocation.ts';
export * from './model/settings.ts';
export {
  accessKeyLabel,
  credentialsTag,
  type Delivery,
  type DesiredLogin,
  doubtfulKeys,
  passwordLabel,
  pendingKeyMark,
  pendingKeySince,
  pendingKeyTag,
  saysSignIn,
  secretTag,
} from './model/sign-in.ts';
export * from './model/snapshot.ts';
export * from './plan/apply-report.ts';
export * from './plan/calls.ts';
export { type DeclaredSnapshotInput, declaredSnapshot } from './plan/declared-snapshot.ts';
export * from './plan/drift.ts';
export { isPrincipalId } from './plan/identity-center/is-orphaned.ts';
export { isSettledBeforehand, narrowPlan } from './plan/narrow-plan.ts';
export * from './plan/operation.ts';
export * from './plan/plan.ts';
export * from './plan/plan-set.ts';
export { projectSnapshot } from './plan/project-snapshot.ts';
export * from './plan/reviewed-plan.ts';
export { type AppliedPlan, readAppliedPlan } from './plan/rollback/applied-plan.ts';
export { appliedAccounts, appliedIn } from './plan/rollback/applied-set.ts';
export { leftOut } from './render/left-out.ts';
export {
  type OpenResources,
  type OpenResourcesInput,
  openResources,
} from './render/open-resources.ts';
export { renderCloudFormation } from './render/render-cloudformation.ts';
export { renderJson } from './render/render-json.ts';
export { renderTerraform } from './render/render-terraform.ts';
export { comparedSides } from './report/compared-sides.ts';
export { complianceJson } from './report/compliance-json.ts';
export { describeAccessLine } from './report/describe-access-line.ts';
export { contextEntries, describeCaller } from './report/describe-caller.ts';
export { describeRefusal } from './report/describe-refusal.ts';
export { describeTrust } from './report/describe-trust.ts';
export { describeUndecided } from './report/describe-undecided.ts';
export {
  type AreaScore,
  areaScores,
  totalScore,
} from './report/findings/area-scores.ts';
export {
  type ComparedRun,
  compareRuns,
  type FindingChange,
  type RunComparison,
} from './report/findings/compare/compare-runs.ts';
export { comparisonMarkdown } from './report/findings/compare/comparison-markdown.ts';
export { renderComparison } from './report/findings/compare/render-comparison.ts';
export { worsened } from './report/findings/compare/worsened.ts';
export {
  type FindingsReport,
  type FindingsReportInput,
  findingsReport,
  type ReportedArea,
  type ReportedProfile,
} from './report/findings/findings-report.ts';
export {
  type AsffBatch,
  type AsffOptions,
  findingsAsff,
} from './report/findings/formats/findings-asff.ts';
export { findingsCsv } from './report/findings/formats/findings-csv.ts';
export {
  comparisonJson,
  type FindingsJson,
  findingJson,
  findingsJson,
  findingsJsonSchema,
  readComparedRun,
} from './report/findings/formats/findings-json.ts';
export { findingsJsonLines } from './report/findings/formats/findings-json-lines.ts';
export { findingsJunit } from './report/findings/formats/findings-junit.ts';
export {
  type FindingsMarkdownOptions,
  findingsMarkdown,
} from './report/findings/formats/findings-markdown.ts';
export { findingsOcsf, ocsfVersion } from './report/findings/formats/findings-ocsf.ts';
export {
  type FindingsSarifOptions,
  findingsSarif,
} from './report/findings/formats/findings-sarif.ts';
export { findingsPage, findingsPagePolicy } from './report/findings/html/findings-page.ts';
export {
  type ReportFormat,
  type ReportFormatOptions,
  renderReport,
  reportFormats,
} from './report/findings/report-formats.ts';
export { reportedProfile } from './report/findings/reported-profile.ts';
export {
  countedFindings,
  countStandings,
  isOpen,
  type Standing,
  type StandingCounts,
  standingOf,
} from './report/findings/standing.ts';
export * from './report/paint.ts';
export { describePlace, type PolicySide, type StatementNumber } from './report/policy-side.ts';
export { type Annotation, annotationsOf } from './report/pull-request/annotations-of.ts';
export * from './report/pull-request/pull-request-report.ts';
export * from './report/pull-request/render-comment.ts';
export { type SarifOptions, sarifOf } from './report/pull-request/sarif-of.ts';
export { reportVerdict } from './report/pull-request/verdict.ts';
export type { Verdict } from './report/pull-request/verdict-type.ts';
export { type AccountRow, renderAccountTable } from './report/render-account-table.ts';
export * from './report/render-apply.ts';
export * from './report/render-compliance.ts';
export * from './report/render-compliance-markdown.ts';
export * from './report/render-doctor.ts';
export { renderDrift } from './report/render-drift.ts';
export * from './report/render-findings.ts';
export * from './report/render-fixes.ts';
export * from './report/render-guardrails.ts';
export {
  type GuideReportInput,
  renderGuide,
  renderGuideList,
  renderInstructions,
  summarizeGuide,
} from './report/render-guide.ts';
export { renderGuideMarkdown } from './report/render-guide-markdown.ts';
export * from './report/render-plan.ts';
export { renderRisks } from './report/render-risks.ts';
export { ruleTitle, type SarifRun, sarifLog, sarifUri } from './report/sarif-log.ts';
export * from './report/short-subject.ts';
export { spellKeys } from './report/spell-keys.ts';
export * from './report/visible-text.ts';
export * from './report/wrap-text.ts';
export {
  compareRepository,
  type RepositoryComparison,
  type RepositoryState,
  type RepositoryVerdict,
  verdictOf,
} from './repository/compare-repository.ts';
export {
  lintRepositoryPolicies,
  type RepositoryFinding,
} from './repository/lint-repository-policies.ts';
export { readRepositoryPolicies } from './repository/read-repository-policies.ts';
export type { RepositoryPolicies, RepositoryPolicy } from './repository/repository-policy.ts';
export type { Cause } from './review/causes.ts';
export { findRisks, type Risk, type RiskKind, worstRisk } from './review/find-risks.ts';
export {
  grantsMore,
  type Review,
  type ReviewedAccess,
  reviewPlan,
  reviewSnapshots,
  risksOfPlan,
} from './review/review.ts';
export * from './verbs/account-port.ts';
export * from './verbs/analyzer-finding.ts';
export * from './verbs/analyzer-paid-calls.ts';
export * from './verbs/analyzer-port.ts';
export * from './verbs/apply-fixes.ts';
export * from './verbs/apply-manifest.ts';
export { defaultConcurrency } from './verbs/carry-out.ts';
export * from './verbs/check-account.ts';
export * from './verbs/credentials-port.ts';
export * from './verbs/each-account.ts';
export * from './verbs/fix-port.ts';
export * from './verbs/generate-policy.ts';
export type { GenerationProgress } from './verbs/generate-policy-await.ts';
export * from './verbs/generate-policy-merge.ts';
export type { OpenPlaceholder, PlaceholderValues } from './verbs/generate-policy-placeholders.ts';
export * from './verbs/import-manifest.ts';
export {
  type JournalEntry,
  type JournalPort,
  journalEntrySchema,
} from './verbs/journal/journal-entry.ts';
export { type JournalRun, runsOf } from './verbs/journal/runs-of.ts';
export * from './verbs/judge-planned.ts';
export * from './verbs/judge-sign-in.ts';
export { explainLease } from './verbs/lease/explain-lease.ts';
export type { LeasePort, LeaseState } from './verbs/lease/lease-port.ts';
export { leaseTimes } from './verbs/lease/lease-times.ts';
export { takeLease } from './verbs/lease/take-lease.ts';
export * from './verbs/plan-account-fixes.ts';
export * from './verbs/plan-manifest.ts';
export * from './verbs/plan-rollback.ts';
export {
  type FreshChange,
  type Refreshed,
  type RefreshFindingsInput,
  refreshFindings,
} from './verbs/refresh-findings.ts';
export * from './verbs/refuse-root.ts';
export { requireAccount } from './verbs/require-account.ts';
export type {
  LabelMove,
  NewSecret,
  SecretsStore,
  SecretVersion,
  SecretVersions,
  StoredSecret,
} from './verbs/secrets-store.ts';
export type { KeyUse, NewKey, NewPassword, SignInPort } from './verbs/sign-in-port.ts';
export {
  type GuideAccountInput,
  type GuideReport,
  guideAccount,
  guideSnapshot,
} from './verbs/walk-guide.ts';
