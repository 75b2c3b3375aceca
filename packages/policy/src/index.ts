export type { ActionData } from './actions/action-data.ts';
export { bundledActionData } from './actions/bundled-action-data.ts';
export { type AdminPower, adminPower } from './admin-power.ts';
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
export { canonicalJson, type Json } from './json.ts';
export type { Condition, Policy, Statement } from './language/policy.ts';
export {
  type PolicyResourceType,
  type PolicyType,
  policyResourceTypes,
  policyTypes,
} from './language/policy-kind.ts';
export {
  type PolicyFault,
  PolicyFormatError,
  type PolicySource,
  readPolicy,
} from './language/read-policy.ts';
export type { FindingType, LintFinding, Location, PathElement } from './lint/finding.ts';
export { lintPolicy } from './lint/lint-policy.ts';
export { findPartition, type Partition, partitions } from './partition.ts';
export { type ParsedJson, parseJson } from './text/parse-json.ts';
export { type Position, positionsOf, type Span } from './text/position.ts';
export { printJson } from './text/print-json.ts';
export type { SyntaxNode, SyntaxTree } from './text/syntax-tree.ts';
export { matchesPattern, patternCovers } from './wildcard.ts';
