import type { PolicyDocument } from '@rolecall/policy';
import type { AnalyzerFinding } from './analyzer-finding.ts';

/**
 * IAM Access Analyzer of one account and Region as the verbs see it. Every method fails with a
 * RolecallError; a denial names the missing permission. Source: "IAM Access Analyzer API
 * Reference".
 */
export interface AccessAnalyzerPort {
  /** All findings of all pages. Free of charge. */
  validatePolicy(request: PolicyToValidate): Promise<readonly AnalyzerFinding[]>;
  /** Charged per call. */
  checkNoNewAccess(request: AccessChange): Promise<AccessCheck>;
  /** Charged per call. */
  checkAccessNotGranted(request: ForbiddenAccess): Promise<AccessCheck>;
  /** Charged per call. */
  checkNoPublicAccess(request: PossiblyPublic): Promise<AccessCheck>;
  /** Starts a job and gives its id. Free of charge; a day has a quota of jobs. */
  startPolicyGeneration(request: GenerationRequest): Promise<string>;
  getGeneratedPolicy(jobId: string): Promise<GenerationJob>;
  cancelPolicyGeneration(jobId: string): Promise<void>;
}

export interface PolicyToValidate {
  /** The text as it stands in the file: the findings count its lines and columns. */
  readonly policy: string;
  readonly policyType:
    | 'IDENTITY_POLICY'
    | 'RESOURCE_POLICY'
    | 'SERVICE_CONTROL_POLICY'
    | 'RESOURCE_CONTROL_POLICY';
  /** Only with RESOURCE_POLICY. */
  readonly resourceType?: ValidatedResourceType | undefined;
}

export type ValidatedResourceType =
  | 'AWS::DynamoDB::Table'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3::Bucket'
  | 'AWS::S3::MultiRegionAccessPoint'
  | 'AWS::S3ObjectLambda::AccessPoint';

export type CheckedPolicyType = 'IDENTITY_POLICY' | 'RESOURCE_POLICY';

export interface AccessChange {
  readonly newPolicy: string;
  readonly existingPolicy: string;
  readonly policyType: CheckedPolicyType;
}

export interface ForbiddenAccess {
  readonly policy: string;
  readonly policyType: CheckedPolicyType;
  /** Without resources: on any resource. */
  readonly actions: readonly string[];
  /** Without actions: any action on one of these. */
  readonly resources: readonly string[];
}

export interface PossiblyPublic {
  readonly policy: string;
  readonly resourceType: PublicResourceType;
}

/** `AccessCheckResourceType` of the API. */
export type PublicResourceType =
  | 'AWS::ApiGateway::RestApi'
  | 'AWS::Backup::BackupVault'
  | 'AWS::CloudTrail::Dashboard'
  | 'AWS::CloudTrail::EventDataStore'
  | 'AWS::CodeArtifact::Domain'
  | 'AWS::DynamoDB::Stream'
  | 'AWS::DynamoDB::Table'
  | 'AWS::EFS::FileSystem'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::KMS::Key'
  | 'AWS::Kinesis::Stream'
  | 'AWS::Kinesis::StreamConsumer'
  | 'AWS::Lambda::Function'
  | 'AWS::OpenSearchService::Domain'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3::Bucket'
  | 'AWS::S3::Glacier'
  | 'AWS::S3Express::AccessPoint'
  | 'AWS::S3Express::DirectoryBucket'
  | 'AWS::S3Outposts::AccessPoint'
  | 'AWS::S3Outposts::Bucket'
  | 'AWS::S3Tables::Table'
  | 'AWS::S3Tables::TableBucket'
  | 'AWS::SNS::Topic'
  | 'AWS::SQS::Queue'
  | 'AWS::SecretsManager::Secret';

export interface AccessCheck {
  /** FAIL also where the policy only might allow it. */
  readonly result: 'PASS' | 'FAIL';
  readonly message: string;
  readonly reasons: readonly AccessCheckReason[];
}

export interface AccessCheckReason {
  readonly description: string;
  readonly statementIndex?: number | undefined;
  readonly statementId?: string | undefined;
}

export interface GenerationRequest {
  /** A role or a user; groups have no activity of their own. */
  readonly principalArn: string;
  readonly trails: readonly Trail[];
  /** What Access Analyzer assumes to read the trails. */
  readonly accessRole: string;
  readonly startTime: Date;
  /** Without it, now. */
  readonly endTime?: Date | undefined;
}

export interface Trail {
  readonly arn: string;
  /** Fewer Regions are read faster. */
  readonly regions: readonly string[] | 'all';
}

/** One job of policy generation at one moment. */
export type GenerationJob =
  | { readonly status: 'IN_PROGRESS' }
  | { readonly status: 'SUCCEEDED'; readonly generated: GeneratedPolicies }
  | { readonly status: 'FAILED'; readonly error?: GenerationFault | undefined }
  | { readonly status: 'CANCELED' };

export interface GenerationFault {
  /** As AWS says, e.g. `AUTHORIZATION_ERROR`. */
  readonly code: string;
  readonly message: string;
}

export interface GeneratedPolicies {
  /** Several where one would be larger than a managed policy may be. */
  readonly documents: readonly PolicyDocument[];
  readonly properties: GenerationProperties;
}

export interface GenerationProperties {
  /** Whether AWS says that all actions it found in the trail are in the policy. */
  readonly isComplete: boolean;
  readonly principalArn: string;
  readonly cloudTrail?: ReadActivity | undefined;
}

export interface ReadActivity {
  readonly trails: readonly Trail[];
  readonly startTime: Date;
  readonly endTime: Date;
}
