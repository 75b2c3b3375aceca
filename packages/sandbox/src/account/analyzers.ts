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
  readonly tags: Readonly<Record<string, string>>;
  readonly findings: readonly AnalyzerFinding[];
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
