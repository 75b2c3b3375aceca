import type { Json } from '@rolecall/policy';
import {
  account,
  assumedBy,
  type BlueprintFacts,
  createLinkedRole,
  type InlineFacts,
  passRole,
} from './facts.fixture.ts';

/**
 * One row per service role, written down from the collected facts (machine-readable list of service
 * roles, 20 November 2026) and not from the catalogue.
 */
interface ServiceRoleFacts {
  readonly id: string;
  readonly role: string;
  readonly services: readonly string[];
  readonly managed?: readonly string[];
  readonly inline?: InlineFacts;
  readonly values?: { readonly [name: string]: Json };
  /**
   * Whether the trust tests whom the service acts for. `never`: the service is known not to tell.
   * `option`: AWS shows no condition, or one that is not proven, so that somebody has to ask for it.
   */
  readonly source: 'always' | 'option' | 'never';
  /** What the source ARN is like, where it is tested. */
  readonly arn?: string;
  readonly linked?: readonly string[];
  /** `undefined`: the one that is trusted. */
  readonly passedTo?: readonly string[];
}

const arn = (service: string, resource: string, region = '*'): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const s3 = (path: string): string => `arn:aws:s3:::${path}`;
const inRegion = { region: 'eu-central-1' };

const rows: readonly ServiceRoleFacts[] = [
  {
    id: 'lambda-basic',
    role: 'lambda-ex',
    services: ['lambda.amazonaws.com'],
    managed: ['service-role/AWSLambdaBasicExecutionRole'],
    source: 'never',
  },
  {
    id: 'lambda-basic',
    role: 'lambda-ex',
    services: ['lambda.amazonaws.com'],
    values: { eventSource: 'sqs', vpc: true, tracing: true },
    managed: [
      'service-role/AWSLambdaBasicExecutionRole',
      'service-role/AWSLambdaSQSQueueExecutionRole',
      'service-role/AWSLambdaVPCAccessExecutionRole',
      'AWSXRayDaemonWriteAccess',
    ],
    source: 'never',
  },
  {
    id: 'ecs-task-execution',
    role: 'ecsTaskExecutionRole',
    services: ['ecs-tasks.amazonaws.com'],
    values: inRegion,
    managed: ['service-role/AmazonECSTaskExecutionRolePolicy'],
    source: 'option',
    arn: arn('ecs', '*', 'eu-central-1'),
  },
  {
    id: 'ecs-task',
    role: 'EcsTaskRole',
    services: ['ecs-tasks.amazonaws.com'],
    values: inRegion,
    source: 'always',
    arn: arn('ecs', '*', 'eu-central-1'),
  },
  {
    id: 'ec2-ssm',
    role: 'EC2ManagedInstanceRole',
    services: ['ec2.amazonaws.com'],
    values: { cloudWatchAgent: true },
    managed: ['AmazonSSMManagedInstanceCore', 'CloudWatchAgentServerPolicy'],
    source: 'never',
  },
  {
    id: 'ssm-default-host-management',
    role: 'AWSSystemsManagerDefaultEC2InstanceManagementRole',
    services: ['ssm.amazonaws.com'],
    managed: ['AmazonSSMManagedEC2InstanceDefaultPolicy'],
    source: 'option',
  },
  {
    id: 'codebuild',
    role: 'codebuild-web-service-role',
    services: ['codebuild.amazonaws.com'],
    values: {
      roleName: 'codebuild-web-service-role',
      project: 'web',
      buckets: ['web-artifacts'],
      imageRepositories: ['web'],
      codeCommitRepositories: ['web'],
    },
    inline: {
      WriteLogs: [
        [
          ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          [
            arn('logs', 'log-group:/aws/codebuild/web'),
            arn('logs', 'log-group:/aws/codebuild/web:*'),
          ],
        ],
      ],
      UseBuckets: [
        [['s3:GetBucketAcl', 's3:GetBucketLocation'], [s3('web-artifacts')]],
        [['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], [s3('web-artifacts/*')]],
      ],
      UseImages: [
        [['ecr:GetAuthorizationToken'], ['*']],
        [
          [
            'ecr:BatchCheckLayerAvailability',
            'ecr:BatchGetImage',
            'ecr:CompleteLayerUpload',
            'ecr:GetDownloadUrlForLayer',
            'ecr:InitiateLayerUpload',
            'ecr:PutImage',
            'ecr:UploadLayerPart',
          ],
          [arn('ecr', 'repository/web')],
        ],
      ],
      PullSources: [[['codecommit:GitPull'], [arn('codecommit', 'web')]]],
    },
    source: 'option',
  },
  {
    id: 'codepipeline',
    role: 'AWSCodePipelineServiceRole-eu-central-1-web',
    services: ['codepipeline.amazonaws.com'],
    values: {
      roleName: 'AWSCodePipelineServiceRole-eu-central-1-web',
      artifactBuckets: ['web-artifacts'],
      connectionArns: [arn('codeconnections', 'connection/x', 'eu-central-1')],
      buildProjects: ['web'],
    },
    inline: {
      UseArtifacts: [
        [
          ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning'],
          [s3('web-artifacts')],
        ],
        [['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], [s3('web-artifacts/*')]],
      ],
      ReadSource: [
        [
          ['codeconnections:UseConnection', 'codestar-connections:UseConnection'],
          [arn('codeconnections', 'connection/x', 'eu-central-1')],
        ],
      ],
      StartBuilds: [
        [
          [
            'codebuild:BatchGetBuildBatches',
            'codebuild:BatchGetBuilds',
            'codebuild:StartBuild',
            'codebuild:StartBuildBatch',
          ],
          [arn('codebuild', 'project/web')],
        ],
      ],
    },
    source: 'option',
  },
  {
    id: 'cloudformation-exec',
    role: 'CloudFormationExecutionRole',
    services: ['cloudformation.amazonaws.com'],
    values: { managedPolicies: ['PowerUserAccess'] },
    managed: ['PowerUserAccess'],
    source: 'option',
  },
  {
    id: 'eks-cluster',
    role: 'AmazonEKSClusterRole',
    services: ['eks.amazonaws.com'],
    managed: ['AmazonEKSClusterPolicy'],
    source: 'option',
    linked: ['eks.amazonaws.com'],
  },
  {
    id: 'eks-node',
    role: 'AmazonEKSNodeRole',
    services: ['ec2.amazonaws.com'],
    managed: [
      'AmazonEKSWorkerNodePolicy',
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonEKS_CNI_Policy',
    ],
    source: 'never',
    passedTo: ['eks.amazonaws.com'],
    linked: ['eks-nodegroup.amazonaws.com'],
  },
  {
    id: 'cloudtrail-cwl',
    role: 'CloudTrail_CloudWatchLogs_Role',
    services: ['cloudtrail.amazonaws.com'],
    values: { region: 'eu-central-1', logGroup: 'trail' },
    inline: {
      DeliverEvents: [
        [
          ['logs:CreateLogStream', 'logs:PutLogEvents'],
          [
            arn(
              'logs',
              `log-group:trail:log-stream:${account}_CloudTrail_eu-central-1*`,
              'eu-central-1',
            ),
          ],
        ],
      ],
    },
    source: 'option',
  },
  {
    id: 'config',
    role: 'ConfigRecorderRole',
    services: ['config.amazonaws.com'],
    values: {
      region: 'eu-central-1',
      bucket: 'config-history',
      topicArn: arn('sns', 'config', 'eu-central-1'),
    },
    managed: ['service-role/AWS_ConfigRole'],
    inline: {
      Deliver: [
        [
          ['s3:PutObject'],
          [s3(`config-history/AWSLogs/${account}/*`)],
          { StringLike: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
        ],
        [['s3:GetBucketAcl'], [s3('config-history')]],
        [['sns:Publish'], [arn('sns', 'config', 'eu-central-1')]],
      ],
    },
    source: 'always',
    arn: arn('config', '*', 'eu-central-1'),
    linked: ['config.amazonaws.com'],
  },
  {
    id: 'backup',
    role: 'AWSBackupDefaultServiceRole',
    services: ['backup.amazonaws.com'],
    managed: [
      'service-role/AWSBackupServiceRolePolicyForBackup',
      'service-role/AWSBackupServiceRolePolicyForRestores',
    ],
    source: 'option',
  },
  {
    id: 'backup',
    role: 'AWSBackupDefaultServiceRole',
    services: ['backup.amazonaws.com'],
    values: { s3: true, restores: false },
    managed: [
      'service-role/AWSBackupServiceRolePolicyForBackup',
      'AWSBackupServiceRolePolicyForS3Backup',
    ],
    source: 'option',
  },
  {
    id: 'glue',
    role: 'AWSGlueServiceRole-data',
    services: ['glue.amazonaws.com'],
    values: { buckets: ['web-data'] },
    managed: ['service-role/AWSGlueServiceRole'],
    inline: {
      UseBuckets: [
        [['s3:ListBucket'], [s3('web-data')]],
        [['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], [s3('web-data/*')]],
      ],
    },
    source: 'option',
  },
  {
    id: 'stepfunctions',
    role: 'StepFunctionsRole',
    services: ['states.amazonaws.com'],
    values: inRegion,
    source: 'always',
    arn: arn('states', 'stateMachine:*', 'eu-central-1'),
  },
  {
    id: 'scheduler',
    role: 'SchedulerRole',
    services: ['scheduler.amazonaws.com'],
    values: {
      region: 'eu-central-1',
      group: 'nightly',
      targetArns: [arn('lambda', 'function:nightly', 'eu-central-1')],
    },
    inline: {
      CallTargets: [
        [['lambda:InvokeFunction'], [arn('lambda', 'function:nightly', 'eu-central-1')]],
      ],
    },
    source: 'always',
    arn: arn('scheduler', 'schedule-group/nightly', 'eu-central-1'),
  },
  {
    id: 'apigateway-logs',
    role: 'ApiGatewayLogsRole',
    services: ['apigateway.amazonaws.com'],
    managed: ['service-role/AmazonAPIGatewayPushToCloudWatchLogs'],
    source: 'option',
  },
  {
    id: 'rds-monitoring',
    role: 'rds-monitoring-role',
    services: ['monitoring.rds.amazonaws.com'],
    values: { region: 'eu-central-1', database: 'orders' },
    managed: ['service-role/AmazonRDSEnhancedMonitoringRole'],
    source: 'always',
    arn: arn('rds', 'db:orders', 'eu-central-1'),
  },
  {
    id: 'vpc-flow-logs',
    role: 'flow-logs-role',
    services: ['vpc-flow-logs.amazonaws.com'],
    values: { region: 'eu-central-1', logGroups: ['/vpc/flow-logs'] },
    inline: {
      WriteLogs: [
        [
          [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:DescribeLogStreams',
            'logs:PutLogEvents',
          ],
          [arn('logs', 'log-group:/vpc/flow-logs'), arn('logs', 'log-group:/vpc/flow-logs:*')],
        ],
        [['logs:DescribeLogGroups'], ['*']],
      ],
    },
    source: 'always',
    arn: arn('ec2', 'vpc-flow-log/*', 'eu-central-1'),
  },
  {
    id: 's3-replication',
    role: 'S3ReplicationRole',
    services: ['s3.amazonaws.com', 'batchoperations.s3.amazonaws.com'],
    values: { sourceBuckets: ['from'], destinationBuckets: ['there'], batchBuckets: ['batch'] },
    inline: {
      Replicate: [
        [['s3:GetReplicationConfiguration', 's3:ListBucket'], [s3('from')]],
        [
          [
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionTagging',
          ],
          [s3('from/*')],
        ],
        [['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'], [s3('there/*')]],
      ],
      BatchReplicate: [
        [['s3:InitiateReplication'], [s3('from/*')]],
        [['s3:PutInventoryConfiguration'], [s3('from')]],
        [['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], [s3('batch/*')]],
      ],
    },
    source: 'option',
  },
  {
    id: 'sagemaker',
    role: 'AmazonSageMaker-ExecutionRole',
    services: ['sagemaker.amazonaws.com'],
    values: inRegion,
    managed: ['AmazonSageMakerFullAccess'],
    source: 'always',
    arn: arn('sagemaker', '*', 'eu-central-1'),
  },
  {
    id: 'bedrock-agent',
    role: 'AmazonBedrockExecutionRoleForAgents_support',
    services: ['bedrock.amazonaws.com'],
    values: {
      roleName: 'AmazonBedrockExecutionRoleForAgents_support',
      region: 'eu-central-1',
      modelArns: ['arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0'],
    },
    inline: {
      InvokeModels: [
        [
          ['bedrock:InvokeModel'],
          ['arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0'],
        ],
      ],
    },
    source: 'always',
    arn: arn('bedrock', 'agent/*', 'eu-central-1'),
  },
  {
    id: 'transfer-logging',
    role: 'AWSTransferLoggingAccess-role',
    services: ['transfer.amazonaws.com'],
    values: inRegion,
    managed: ['service-role/AWSTransferLoggingAccess'],
    source: 'always',
    arn: arn('transfer', 'server/*', 'eu-central-1'),
  },
  {
    id: 'transfer-user',
    role: 'TransferUserRole',
    services: ['transfer.amazonaws.com'],
    values: { region: 'eu-central-1', bucket: 'inbox', home: 'alpha/*' },
    inline: {
      UseHome: [
        [['s3:GetBucketLocation'], [s3('inbox')]],
        [['s3:ListBucket'], [s3('inbox')], { StringLike: { 's3:prefix': ['', 'alpha/*'] } }],
        [
          [
            's3:DeleteObject',
            's3:DeleteObjectVersion',
            's3:GetObject',
            's3:GetObjectVersion',
            's3:PutObject',
          ],
          [s3('inbox/alpha/*')],
        ],
      ],
    },
    source: 'always',
    arn: arn('transfer', 'user/*', 'eu-central-1'),
  },
  {
    id: 'dms-vpc',
    role: 'dms-vpc-role',
    services: ['dms.amazonaws.com'],
    values: inRegion,
    managed: ['service-role/AmazonDMSVPCManagementRole'],
    source: 'option',
    arn: arn('dms', 'rep:*', 'eu-central-1'),
    passedTo: [],
  },
  {
    id: 'dms-logs',
    role: 'dms-cloudwatch-logs-role',
    services: ['dms.amazonaws.com'],
    values: inRegion,
    managed: ['service-role/AmazonDMSCloudWatchLogsRole'],
    source: 'always',
    arn: arn('dms', '*', 'eu-central-1'),
    passedTo: [],
  },
  {
    id: 'dms-redshift',
    role: 'dms-access-for-endpoint',
    services: ['dms.amazonaws.com', 'redshift.amazonaws.com'],
    values: inRegion,
    managed: ['service-role/AmazonDMSRedshiftS3Role'],
    source: 'option',
    arn: arn('dms', '*', 'eu-central-1'),
    passedTo: [],
  },
  {
    id: 'datasync-s3',
    role: 'DataSyncS3Role',
    services: ['datasync.amazonaws.com'],
    values: { region: 'eu-central-1', bucket: 'web-data' },
    inline: {
      UseBucket: [
        [
          ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
          [s3('web-data')],
        ],
        [
          [
            's3:GetObject',
            's3:GetObjectTagging',
            's3:GetObjectVersion',
            's3:GetObjectVersionTagging',
            's3:ListMultipartUploadParts',
          ],
          [s3('web-data/*')],
        ],
        [
          ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject', 's3:PutObjectTagging'],
          [s3('web-data/*')],
        ],
      ],
    },
    source: 'always',
    arn: arn('datasync', '*', 'eu-central-1'),
  },
  {
    id: 'ssm-automation',
    role: 'AutomationServiceRole',
    services: ['ssm.amazonaws.com'],
    managed: ['service-role/AmazonSSMAutomationRole'],
    inline: {
      PassItself: [
        [
          ['iam:PassRole'],
          ['{{arn:role/AutomationServiceRole}}'],
          { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
        ],
      ],
    },
    source: 'always',
    arn: arn('ssm', 'automation-execution/*'),
  },
];

function readRow(row: ServiceRoleFacts, isTested: boolean): BlueprintFacts {
  const { id, role, services, managed = [], inline = {}, arn: sourceArn } = row;
  const condition = {
    StringEquals: { 'aws:SourceAccount': account },
    ...(sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': sourceArn } }),
  };
  const strict = row.source === 'option' && isTested ? { strictTrust: true } : {};
  return {
    id,
    values: { ...row.values, ...strict },
    roles: {
      [role]: {
        ...assumedBy(services, isTested ? condition : undefined),
        managedPolicies: managed,
        inline,
      },
    },
    companions: [
      ...(row.passedTo ?? services).map((service) => passRole(service, role)),
      ...(row.linked ?? []).map(createLinkedRole),
    ],
    ...(id === 'ec2-ssm' ? { profiles: { EC2ManagedInstanceProfile: role } } : {}),
  };
}

/** Which rows test the source without being asked; the others never do, or only when asked. */
export const sourceTests = new Map(rows.map(({ id, source }) => [id, source]));

export const serviceRoleFacts: readonly BlueprintFacts[] = rows.flatMap((row) => {
  switch (row.source) {
    case 'always':
      return [readRow(row, true)];
    case 'never':
      return [readRow(row, false)];
    case 'option':
      return [readRow(row, false), readRow(row, true)];
    default:
      return row.source satisfies never;
  }
});
