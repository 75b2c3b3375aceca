import type { Instant } from './entities.ts';

export type AnalyzerType =
  | 'ACCOUNT'
  | 'ORGANIZATION'
  | 'ACCOUNT_UNUSED_ACCESS'
  | 'ORGANIZATION_UNUSED_ACCESS'
  | 'ACCOUNT_INTERNAL_ACCESS'
  | 'ORGANIZATION_INTERNAL_ACCESS';

/** An analyzer of IAM Access Analyzer. */
export interface Analyzer {
  readonly arn: string;
  readonly name: string;
  readonly type: AnalyzerType;
  readonly region: string;
  readonly status: 'ACTIVE' | 'CREATING' | 'DISABLED' | 'FAILED';
  readonly createdAt: Instant;
  /** Days; of analyzers of unused access. */
  readonly unusedAccessAge?: number | undefined;
  tags: Readonly<Record<string, string>>;
  /** By name. */
  readonly archiveRules: Map<string, ArchiveRule>;
  readonly findings: readonly AnalyzerFinding[];
}

/** Findings to come that match the filter are archived; values are not checked. */
export interface ArchiveRule {
  readonly filter: Readonly<Record<string, FindingCriterion>>;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

interface FindingCriterion {
  readonly eq?: readonly string[] | undefined;
  readonly neq?: readonly string[] | undefined;
  readonly contains?: readonly string[] | undefined;
  readonly exists?: boolean | undefined;
}

export interface AnalyzerFinding {
  readonly id: string;
  readonly type:
    | 'ExternalAccess'
    | 'InternalAccess'
    | 'UnusedIAMRole'
    | 'UnusedIAMUserAccessKey'
    | 'UnusedIAMUserPassword'
    | 'UnusedPermission';
  readonly resource: string;
  readonly resourceType: 'AWS::IAM::Role' | 'AWS::IAM::User' | 'AWS::KMS::Key' | 'AWS::S3::Bucket';
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'RESOLVED';
  readonly createdAt: Instant;
}

/** A job that made a policy out of what CloudTrail had seen. */
export interface PolicyGeneration {
  readonly id: string;
  readonly region: string;
  readonly principalArn: string;
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'CANCELED';
  readonly startedAt: Instant;
}
