import type { PolicyResourceType } from '@rolecall/policy';

export interface ResourcePolicyPlace {
  /** Members that lead to the document. */
  readonly document: readonly string[];
  /** What the policy is attached to; `undefined`: the resource itself. */
  readonly target?: string;
  readonly resourceType?: PolicyResourceType;
  /** AWS puts a policy of its own where there is none. */
  readonly hasDefault?: true;
}

/** Sources: CloudFormation Template Reference, the page of each type. */
export const resourcePolicies: ReadonlyMap<string, ResourcePolicyPlace> = new Map(
  Object.entries<ResourcePolicyPlace>({
    'AWS::ApiGateway::RestApi': { document: ['Policy'] },
    'AWS::Backup::BackupVault': { document: ['AccessPolicy'] },
    'AWS::CodeArtifact::Domain': { document: ['PermissionsPolicyDocument'] },
    'AWS::CodeArtifact::Repository': { document: ['PermissionsPolicyDocument'] },
    'AWS::DynamoDB::Table': {
      document: ['ResourcePolicy', 'PolicyDocument'],
      resourceType: 'AWS::DynamoDB::Table',
    },
    'AWS::EC2::VPCEndpoint': { document: ['PolicyDocument'], hasDefault: true },
    'AWS::ECR::PublicRepository': { document: ['RepositoryPolicyText'] },
    'AWS::ECR::RegistryPolicy': { document: ['PolicyText'] },
    'AWS::ECR::Repository': { document: ['RepositoryPolicyText'] },
    'AWS::EFS::FileSystem': { document: ['FileSystemPolicy'], hasDefault: true },
    'AWS::Elasticsearch::Domain': { document: ['AccessPolicies'] },
    'AWS::KMS::Key': { document: ['KeyPolicy'], hasDefault: true },
    'AWS::KMS::ReplicaKey': { document: ['KeyPolicy'], hasDefault: true },
    'AWS::Kinesis::ResourcePolicy': { document: ['ResourcePolicy'], target: 'ResourceArn' },
    'AWS::Logs::ResourcePolicy': { document: ['PolicyDocument'] },
    'AWS::OpenSearchService::Domain': { document: ['AccessPolicies'] },
    'AWS::Organizations::ResourcePolicy': { document: ['Content'] },
    'AWS::S3::AccessPoint': { document: ['Policy'], resourceType: 'AWS::S3::AccessPoint' },
    'AWS::S3::BucketPolicy': {
      document: ['PolicyDocument'],
      target: 'Bucket',
      resourceType: 'AWS::S3::Bucket',
    },
    'AWS::S3Express::BucketPolicy': { document: ['PolicyDocument'], target: 'Bucket' },
    'AWS::SecretsManager::ResourcePolicy': { document: ['ResourcePolicy'], target: 'SecretId' },
    'AWS::SNS::TopicInlinePolicy': { document: ['PolicyDocument'], target: 'TopicArn' },
    'AWS::SNS::TopicPolicy': { document: ['PolicyDocument'], target: 'Topics' },
    'AWS::SQS::QueueInlinePolicy': { document: ['PolicyDocument'], target: 'Queue' },
    'AWS::SQS::QueuePolicy': { document: ['PolicyDocument'], target: 'Queues' },
  }),
);

/** Types that policies are given to, and the members that say so. */
export interface PrincipalPlace {
  readonly managed: string;
  readonly type: 'role' | 'user' | 'group' | 'permission set';
}

export const principalTypes: ReadonlyMap<string, PrincipalPlace> = new Map(
  Object.entries<PrincipalPlace>({
    'AWS::IAM::Group': { managed: 'ManagedPolicyArns', type: 'group' },
    'AWS::IAM::Role': { managed: 'ManagedPolicyArns', type: 'role' },
    'AWS::IAM::User': { managed: 'ManagedPolicyArns', type: 'user' },
    'AWS::SSO::PermissionSet': { managed: 'ManagedPolicies', type: 'permission set' },
    'AWS::Serverless::Function': { managed: 'ManagedPolicyArns', type: 'role' },
    'AWS::Serverless::StateMachine': { managed: 'ManagedPolicyArns', type: 'role' },
  }),
);

/** Policies that say themselves whom they are for. */
export const attachedPolicyTypes: ReadonlySet<string> = new Set([
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]);
