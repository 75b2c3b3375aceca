export type { ActionData } from './actions/action-data.ts';
export { bundledActionData } from './actions/bundled-action-data.ts';
export { patternsMeet } from './actions/patterns-meet.ts';
export { type AdminPower, type AdminPowerHolder, adminPower } from './admin-power.ts';
export type { PolicyAccount } from './admin-power-probes.ts';
export { type Arn, formatArn, type IamArnFields, iamArn, parseArn, parseIamArn } from './arn.ts';
export { type CanonicalContext, canonicalPolicy, samePolicy } from './canonical.ts';
export type {
  AccessLayers,
  CompareOptions,
  UnreadablePolicy,
} from './compare/access-model.ts';
export type { StatementRef } from './compare/box.ts';
export { type Access, checkAccessNotGranted } from './compare/check-access-not-granted.ts';
export { checkNoPublicAccess } from './compare/check-no-public-access.ts';
export {
  type AccessComparison,
  type CompareAccessOptions,
  type Coverage,
  compareAccess,
  compareEffectiveAccess,
  type UndecidedReason,
  type Witness,
} from './compare/compare-access.ts';
export {
  type AccessDiff,
  type AccessLine,
  type AccessList,
  diffAccess,
  diffEffectiveAccess,
} from './compare/diff-access.ts';
export { findIdleStatements, type IdleStatement } from './compare/idle-statements.ts';
export {
  asList,
  type OneOrMany,
  type PolicyCondition,
  type PolicyDocument,
  type PolicyPrincipal,
  type PolicyStatement,
  policySize,
  statementsOf,
} from './document.ts';
export type { AccessRequest, RequestContext } from './evaluate/access-request.ts';
export { evaluateRequest } from './evaluate/evaluate-request.ts';
export type { Evaluation, Grant, Refusal, StatementMatch } from './evaluate/evaluation.ts';
export type { Layer, PolicySet } from './evaluate/policy-set.ts';
export type { RequestPrincipal } from './evaluate/request-principal.ts';
export { describeActions } from './explain/describe-actions.ts';
export { describeCondition } from './explain/describe-condition.ts';
export { describePrincipals } from './explain/describe-principals.ts';
export { describeResource, describeResources } from './explain/describe-resources.ts';
export {
  type DecisionContext,
  type DecisionExplanation,
  explainDecision,
  layerNames,
} from './explain/explain-decision.ts';
export {
  type ExplainOptions,
  explainPolicy,
  type StatementExplanation,
} from './explain/explain-policy.ts';
export { type DocumentsRefusal, explainRefusal, type MissedAllow } from './explain/near-misses.ts';
export { canonicalJson, type Json } from './json.ts';
export { operatorNames, parseConditionOperator } from './language/condition-operator.ts';
export type { Condition, Policy, Statement } from './language/policy.ts';
export {
  type PolicyResourceType,
  type PolicyType,
  policyResourceTypes,
  policyTypes,
  trustPolicyType,
} from './language/policy-kind.ts';
export {
  FormatFault,
  type PolicyFault,
  PolicyFormatError,
  type PolicySource,
  policyOf,
  readPolicy,
} from './language/read-policy.ts';
export { findGraveCodes } from './lint/find-grave-codes.ts';
export type { FindingType, LintFinding, Location, PathElement } from './lint/finding.ts';
export { type LintOptions, lintPolicy, lintTree } from './lint/lint-policy.ts';
export type { LintReport } from './lint/lint-report.ts';
export { entityQuotas, type PolicyEntity } from './lint/policy-entity.ts';
export { findPartition, type Partition, partitions } from './partition.ts';
export { ownContext, type Powerful, rightsLeft } from './rights-left.ts';
export { type ParsedJson, parseJson } from './text/parse-json.ts';
export { type Position, positionsOf, type Span } from './text/position.ts';
export { printJson } from './text/print-json.ts';
export type { SyntaxNode, SyntaxTree } from './text/syntax-tree.ts';
export { memberOf } from './text/syntax-tree.ts';
export { matchesPattern, patternCovers } from './wildcard.ts';
