import type { PolicyResourceType } from '@rolecall/policy';

export interface TerraformResourcePolicy {
  /** The argument that holds the document. */
  readonly document: string;
  /** The argument that says what it is attached to; `undefined`: the resource itself. */
  readonly target?: string;
  readonly resourceType?: PolicyResourceType;
}

const bucket = 'AWS::S3::Bucket';

/** Source: the documentation of the provider hashicorp/aws, the page of each resource. */
export const terraformResourcePolicies: ReadonlyMap<string, TerraformResourcePolicy> = new Map(
  Object.entries<TerraformResourcePolicy>({
    aws_api_gateway_rest_api: { document: 'policy' },
    aws_api_gateway_rest_api_policy: { document: 'policy', target: 'rest_api_id' },
    aws_backup_vault_policy: { document: 'policy', target: 'backup_vault_name' },
    aws_cloudwatch_event_bus_policy: { document: 'policy', target: 'event_bus_name' },
    aws_cloudwatch_log_resource_policy: { document: 'policy_document', target: 'policy_name' },
    aws_codeartifact_domain_permissions_policy: { document: 'policy_document', target: 'domain' },
    aws_dynamodb_resource_policy: {
      document: 'policy',
      target: 'resource_arn',
      resourceType: 'AWS::DynamoDB::Table',
    },
    aws_ecr_registry_policy: { document: 'policy' },
    aws_ecr_repository_policy: { document: 'policy', target: 'repository' },
    aws_ecrpublic_repository_policy: { document: 'policy', target: 'repository_name' },
    aws_efs_file_system_policy: { document: 'policy', target: 'file_system_id' },
    aws_elasticsearch_domain_policy: { document: 'access_policies', target: 'domain_name' },
    aws_kinesis_resource_policy: { document: 'policy', target: 'resource_arn' },
    aws_kms_external_key: { document: 'policy' },
    aws_kms_key: { document: 'policy' },
    aws_kms_key_policy: { document: 'policy', target: 'key_id' },
    aws_kms_replica_key: { document: 'policy' },
    aws_opensearch_domain_policy: { document: 'access_policies', target: 'domain_name' },
    aws_s3_access_point: { document: 'policy', resourceType: 'AWS::S3::AccessPoint' },
    aws_s3_bucket: { document: 'policy', resourceType: bucket },
    aws_s3_bucket_policy: { document: 'policy', target: 'bucket', resourceType: bucket },
    aws_secretsmanager_secret: { document: 'policy' },
    aws_secretsmanager_secret_policy: { document: 'policy', target: 'secret_arn' },
    aws_sns_topic: { document: 'policy' },
    aws_sns_topic_policy: { document: 'policy', target: 'arn' },
    aws_sqs_queue: { document: 'policy' },
    aws_sqs_queue_policy: { document: 'policy', target: 'queue_url' },
    aws_vpc_endpoint: { document: 'policy' },
    aws_vpc_endpoint_policy: { document: 'policy', target: 'vpc_endpoint_id' },
  }),
);

export type HolderType = 'role' | 'user' | 'group';

/** Resources that give a holder a policy: the holder's argument is called as the holder. */
export const terraformInline: ReadonlyMap<string, HolderType> = new Map([
  ['aws_iam_role_policy', 'role'],
  ['aws_iam_user_policy', 'user'],
  ['aws_iam_group_policy', 'group'],
]);

export const terraformAttachments: ReadonlyMap<string, HolderType> = new Map([
  ['aws_iam_role_policy_attachment', 'role'],
  ['aws_iam_user_policy_attachment', 'user'],
  ['aws_iam_group_policy_attachment', 'group'],
]);

export const terraformHolders: ReadonlyMap<string, HolderType> = new Map([
  ['aws_iam_role', 'role'],
  ['aws_iam_user', 'user'],
  ['aws_iam_group', 'group'],
]);
