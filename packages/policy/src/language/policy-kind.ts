/** What ValidatePolicy and CheckNoNewAccess call the kinds of policy. */
export type PolicyType =
  | 'IDENTITY_POLICY'
  | 'RESOURCE_POLICY'
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY';

/** `validatePolicyResourceType` of ValidatePolicy: what a resource policy is attached to. */
export type PolicyResourceType =
  | 'AWS::S3::Bucket'
  | 'AWS::S3::AccessPoint'
  | 'AWS::S3::MultiRegionAccessPoint'
  | 'AWS::S3ObjectLambda::AccessPoint'
  | 'AWS::IAM::AssumeRolePolicyDocument'
  | 'AWS::DynamoDB::Table';

export const policyTypes: readonly PolicyType[] = [
  'IDENTITY_POLICY',
  'RESOURCE_POLICY',
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
];

export const policyResourceTypes: readonly PolicyResourceType[] = [
  'AWS::S3::Bucket',
  'AWS::S3::AccessPoint',
  'AWS::S3::MultiRegionAccessPoint',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::IAM::AssumeRolePolicyDocument',
  'AWS::DynamoDB::Table',
];

export const trustPolicyType = 'AWS::IAM::AssumeRolePolicyDocument' satisfies PolicyResourceType;
