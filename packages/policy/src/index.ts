export { type AdminPower, adminPower } from './admin-power.ts';
export type { PolicyAccount } from './admin-power-probes.ts';
export { type Arn, formatArn, type IamArnFields, iamArn, parseArn, parseIamArn } from './arn.ts';
export { type CanonicalContext, canonicalPolicy, samePolicy } from './canonical.ts';
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
export { canonicalJson, type Json } from './json.ts';
export { findPartition, type Partition, partitions } from './partition.ts';
export { matchesPattern, patternCovers } from './wildcard.ts';
