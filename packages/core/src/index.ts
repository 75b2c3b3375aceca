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
export * from './bootstrap/bootstrap.ts';
export { coreManifest } from './bootstrap/core-manifest.ts';
export { coreNames, corePath, coreScope } from './bootstrap/core-names.ts';
export { type GithubRepository, parseGithubRepository } from './bootstrap/github-trust.ts';
export * from './bootstrap/kinds.ts';
export { type BootstrapInput, renderBootstrap } from './bootstrap/render-bootstrap.ts';
export * from './checks/check.ts';
export * from './checks/index.ts';
export * from './checks/run-checks.ts';
export * from './guardrails/guardrails.ts';
export { noGuardrails as builtinGuardrails } from './guardrails/guardrails.ts';
export * from './guardrails/json-schema.ts';
export * from './guardrails/judge-guardrails.ts';
export * from './guardrails/own.ts';
export * from './guardrails/read-guardrails.ts';
export type { GuardrailRefusal } from './guardrails/refusal.ts';
export * from './guardrails/schema.ts';
export * from './import/import-account.ts';
export * from './import/import-request.ts';
export type { Imported } from './import/imported.ts';
export { describeLeftOut, type LeftOut, type LeftOutReason } from './import/left-out.ts';
export * from './manifest/json-schema.ts';
export * from './manifest/manifest.ts';
export * from './manifest/read-manifest.ts';
export * from './manifest/schema.ts';
export * from './model/collect-request.ts';
export * from './model/errors.ts';
export * from './model/finding.ts';
export * from './model/nearest-name.ts';
export { noParts } from './model/no-parts.ts';
export * from './model/ownership.ts';
export * from './model/part.ts';
export * from './model/part-permissions.ts';
export * from './model/policy-schema.ts';
export * from './model/resource.ts';
export * from './model/resource-sections.ts';
export * from './model/settings.ts';
export * from './model/snapshot.ts';
export * from './plan/apply-report.ts';
export * from './plan/calls.ts';
export { type DeclaredSnapshotInput, declaredSnapshot } from './plan/declared-snapshot.ts';
export * from './plan/operation.ts';
export * from './plan/plan.ts';
export { projectSnapshot } from './plan/project-snapshot.ts';
export * from './plan/reviewed-plan.ts';
export { comparedSides } from './report/compared-sides.ts';
export { describeAccessLine } from './report/describe-access-line.ts';
export { contextEntries, describeCaller } from './report/describe-caller.ts';
export { describeRefusal } from './report/describe-refusal.ts';
export { describeTrust } from './report/describe-trust.ts';
export { describeUndecided } from './report/describe-undecided.ts';
export * from './report/paint.ts';
export { describePlace, type PolicySide, type StatementNumber } from './report/policy-side.ts';
export { type Annotation, annotationsOf } from './report/pull-request/annotations-of.ts';
export * from './report/pull-request/pull-request-report.ts';
export * from './report/pull-request/render-comment.ts';
export { type SarifOptions, sarifOf } from './report/pull-request/sarif-of.ts';
export { reportVerdict } from './report/pull-request/verdict.ts';
export type { Verdict } from './report/pull-request/verdict-type.ts';
export * from './report/render-apply.ts';
export * from './report/render-doctor.ts';
export * from './report/render-findings.ts';
export * from './report/render-guardrails.ts';
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
} from './review/review.ts';
export * from './verbs/account-port.ts';
export * from './verbs/analyzer-finding.ts';
export * from './verbs/analyzer-paid-calls.ts';
export * from './verbs/analyzer-port.ts';
export * from './verbs/apply-manifest.ts';
export * from './verbs/check-account.ts';
export * from './verbs/generate-policy.ts';
export type { GenerationProgress } from './verbs/generate-policy-await.ts';
export * from './verbs/generate-policy-merge.ts';
export type { OpenPlaceholder, PlaceholderValues } from './verbs/generate-policy-placeholders.ts';
export * from './verbs/import-manifest.ts';
export * from './verbs/judge-planned.ts';
export * from './verbs/plan-manifest.ts';
export * from './verbs/refuse-root.ts';
