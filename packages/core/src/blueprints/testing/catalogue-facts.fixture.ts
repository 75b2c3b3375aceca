import type { Json } from '@rolecall/policy';
import { accessFacts } from './access-facts.fixture.ts';
import {
  account,
  assumedBy,
  type BlueprintFacts,
  createLinkedRole,
  type InlineFacts,
  passRole,
  type RoleFacts,
  type StatementFacts,
  sourceAccount,
} from './facts.fixture.ts';
import { serviceRoleFacts } from './service-role-facts.fixture.ts';

const issuer = 'token.actions.githubusercontent.com';

/** `cloudformation:` actions of the Proton samples; the component role lacks one. */
const stackActions = [
  'CancelUpdateStack',
  'ContinueUpdateRollback',
  'CreateChangeSet',
  'CreateStack',
  'DeleteChangeSet',
  'DeleteStack',
  'DescribeChangeSet',
  'DescribeStackDriftDetectionStatus',
  'DescribeStackEvents',
  'DescribeStackResourceDrifts',
  'DescribeStacks',
  'DetectStackResourceDrift',
  'ExecuteChangeSet',
  'ListChangeSets',
  'ListStackResources',
  'UpdateStack',
].map((name) => `cloudformation:${name}`);
const protonStacks = [`arn:aws:cloudformation:*:${account}:stack/AWSProton-*`];
const throughCloudFormation = {
  'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' },
};
const organization: StatementFacts = [
  ['organizations:DescribeOrganization', 'account:ListRegions'],
  ['*'],
  throughCloudFormation,
];
const fromProtonEnvironment = {
  StringEquals: sourceAccount,
  ArnLike: { 'aws:SourceArn': `arn:aws:proton:*:${account}:environment/*` },
};
const protonCodeBuild: RoleFacts = {
  ...assumedBy('codebuild.amazonaws.com', { StringEquals: sourceAccount }),
  managedPolicies: ['AWSProtonCodeBuildProvisioningBasicAccess', 'AmazonS3ReadOnlyAccess'],
  inline: {
    AssumeCdkRoles: [
      [
        ['sts:AssumeRole'],
        [
          `arn:aws:iam::${account}:role/cdk-*-deploy-role-*`,
          `arn:aws:iam::${account}:role/cdk-*-file-publishing-role-*`,
        ],
      ],
    ],
  },
};
const withCdk = { cdk: true, managedPolicies: ['AmazonS3ReadOnlyAccess'] };
const secret = `arn:aws:secretsmanager:eu-central-1:${account}:secret:database-Ab12Cd`;
const parameter = `arn:aws:ssm:eu-central-1:${account}:parameter/web/token`;
const key = `arn:aws:kms:eu-central-1:${account}:key/0d5f1c1e`;
const secrets = { secretArns: [secret], parameterArns: [parameter], kmsKeyArns: [key] };
const readSecrets: InlineFacts = {
  ReadSecrets: [[['secretsmanager:GetSecretValue'], [secret]]],
  ReadParameters: [[['ssm:GetParameters'], [parameter]]],
  DecryptSecrets: [[['kms:Decrypt'], [key]]],
};
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const emergencyUser = {
  principal: { AWS: ['{{arn:user/EmergencyAccess}}'] },
  action: ['sts:AssumeRole'],
};
const octo = {
  organization: 'octo-org',
  organizationId: '65',
  repository: 'octo-repo',
  repositoryId: '74',
};
const github = (condition: { [key: string]: Json }): RoleFacts => ({
  principal: { Federated: [`arn:aws:iam::${account}:oidc-provider/${issuer}`] },
  action: ['sts:AssumeRoleWithWebIdentity'],
  condition: {
    StringEquals: {
      [`${issuer}:aud`]: 'sts.amazonaws.com',
      [`${issuer}:sub`]: [
        'repo:octo-org@65/octo-repo@74:ref:refs/heads/main',
        'repo:octo-org/octo-repo:ref:refs/heads/main',
      ],
      ...condition,
    },
  },
  managedPolicies: [],
});
const supportUser = 'job-function/SupportUser';

/** At least one use of every blueprint, in account `account` of the partition aws. */
export const facts: readonly BlueprintFacts[] = [
  {
    id: 'administrators-group',
    values: { userName: 'Administrator' },
    roles: {},
    groups: { Administrators: { managedPolicies: ['AdministratorAccess'] } },
    users: { Administrator: ['Administrators', 'IAMUserChangePassword'] },
    companions: [],
  },
  {
    id: 'identity-center-administrator',
    roles: {},
    permissionSets: { AdministratorAccess: ['PT1H', 'AdministratorAccess'] },
    assigned: ['AdministratorAccess Administrators self'],
    companions: [],
  },
  {
    id: 'identity-center-lesser-user',
    values: { accounts: ['222233334444', '333344445555'] },
    roles: {},
    permissionSets: { ReadOnly: ['PT8H', 'ReadOnlyAccess'] },
    assigned: ['ReadOnly Readers 222233334444 333344445555'],
    companions: [],
  },
  {
    id: 'external-access-analyzer',
    values: { regions: ['eu-central-1', 'us-east-1'] },
    roles: {},
    analyzers: { 'external-access': ['ACCOUNT', 'eu-central-1', 'us-east-1'] },
    companions: [],
  },
  {
    id: 'power-user-policy',
    roles: {},
    copies: { PowerUserExamplePolicy: 'PowerUserAccess' },
    companions: [],
  },
  {
    id: 'app-runner-ecr-access',
    roles: {
      AppRunnerECRAccessRole: {
        ...assumedBy('build.apprunner.amazonaws.com'),
        managedPolicies: ['service-role/AWSAppRunnerServicePolicyForECRAccess'],
      },
    },
    companions: [
      passRole('apprunner.amazonaws.com', 'AppRunnerECRAccessRole'),
      createLinkedRole('apprunner.amazonaws.com'),
    ],
  },
  {
    id: 'app-runner-ecr-access',
    values: { strictTrust: true },
    roles: {
      AppRunnerECRAccessRole: {
        ...assumedBy('build.apprunner.amazonaws.com', { StringEquals: sourceAccount }),
        managedPolicies: ['service-role/AWSAppRunnerServicePolicyForECRAccess'],
      },
    },
    companions: [
      passRole('apprunner.amazonaws.com', 'AppRunnerECRAccessRole'),
      createLinkedRole('apprunner.amazonaws.com'),
    ],
  },
  {
    id: 'app-runner-instance',
    values: { ...secrets, strictTrust: true },
    roles: {
      AppRunnerInstanceRole: {
        ...assumedBy('tasks.apprunner.amazonaws.com', { StringEquals: sourceAccount }),
        managedPolicies: [],
        inline: readSecrets,
      },
    },
    companions: [
      passRole('apprunner.amazonaws.com', 'AppRunnerInstanceRole'),
      createLinkedRole('apprunner.amazonaws.com'),
      createLinkedRole('networking.apprunner.amazonaws.com'),
    ],
  },
  {
    id: 'ecs-express',
    values: { ...secrets },
    roles: {
      ecsTaskExecutionRole: {
        ...assumedBy('ecs-tasks.amazonaws.com'),
        managedPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
        inline: readSecrets,
      },
      ecsInfrastructureRoleForExpressServices: {
        ...assumedBy('ecs.amazonaws.com'),
        managedPolicies: ['service-role/AmazonECSInfrastructureRoleforExpressGatewayServices'],
      },
    },
    companions: [
      passRole('ecs-tasks.amazonaws.com', 'ecsTaskExecutionRole'),
      passRole('ecs.amazonaws.com', 'ecsInfrastructureRoleForExpressServices'),
      createLinkedRole('ecs.amazonaws.com'),
    ],
  },
  {
    id: 'ecs-express',
    values: { strictTrust: true },
    roles: {
      ecsTaskExecutionRole: {
        ...assumedBy('ecs-tasks.amazonaws.com', {
          StringEquals: sourceAccount,
          ArnLike: { 'aws:SourceArn': `arn:aws:ecs:*:${account}:*` },
        }),
        managedPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
      },
      ecsInfrastructureRoleForExpressServices: {
        ...assumedBy('ecs.amazonaws.com', { StringEquals: sourceAccount }),
        managedPolicies: ['service-role/AmazonECSInfrastructureRoleforExpressGatewayServices'],
      },
    },
    companions: [
      passRole('ecs-tasks.amazonaws.com', 'ecsTaskExecutionRole'),
      passRole('ecs.amazonaws.com', 'ecsInfrastructureRoleForExpressServices'),
      createLinkedRole('ecs.amazonaws.com'),
    ],
  },
  {
    id: 'emergency-access',
    values: { reading: 'administrator' },
    groups: { EmergencyAccessGroup: { managedPolicies: ['AdministratorAccess'] } },
    users: { EmergencyAccess: ['EmergencyAccessGroup'] },
    roles: { SupportUserRole: { ...emergencyUser, managedPolicies: [supportUser] } },
    companions: [],
  },
  {
    id: 'emergency-access',
    values: { reading: 'role-only', requireMfaForSupport: true },
    groups: {
      EmergencyAccessGroup: {
        managedPolicies: [],
        inline: {
          AssumeEmergencyRoles: [
            [
              ['sts:AssumeRole'],
              ['{{arn:role/SupportUserRole}}', '{{arn:role/EmergencyAdministratorRole}}'],
            ],
          ],
          ManageOwnMfa: [
            [['iam:ListVirtualMFADevices'], ['*']],
            [['iam:CreateVirtualMFADevice'], [`arn:aws:iam::${account}:mfa/*`]],
            [
              ['iam:EnableMFADevice', 'iam:GetUser', 'iam:ListMFADevices', 'iam:ResyncMFADevice'],
              ['{{arn:user/EmergencyAccess}}'],
            ],
          ],
        },
      },
    },
    users: { EmergencyAccess: ['EmergencyAccessGroup'] },
    roles: {
      SupportUserRole: { ...emergencyUser, condition: mfa, managedPolicies: [supportUser] },
      EmergencyAdministratorRole: {
        ...emergencyUser,
        condition: mfa,
        managedPolicies: ['AdministratorAccess'],
      },
    },
    companions: [],
  },
  {
    id: 'github-actions-oidc',
    values: octo,
    providers: { [issuer]: ['sts.amazonaws.com'] },
    roles: { GitHubActionsRole: github({ [`${issuer}:repository_id`]: '74' }) },
    companions: [],
  },
  {
    id: 'github-actions-oidc',
    values: { ...octo, pinRepositoryId: false, createProvider: false },
    roles: { GitHubActionsRole: github({}) },
    companions: [],
  },
  {
    id: 'incident-manager',
    linkedRoles: ['ssm-incidents.amazonaws.com'],
    roles: {},
    companions: [createLinkedRole('ssm-incidents.amazonaws.com')],
  },
  {
    id: 'incident-manager-automation',
    roles: {
      IncidentManagerAutomationRole: {
        ...assumedBy('ssm.amazonaws.com', {
          StringEquals: sourceAccount,
          ArnLike: { 'aws:SourceArn': `arn:aws:ssm:*:${account}:automation-execution/*` },
        }),
        managedPolicies: ['service-role/AmazonSSMAutomationRole'],
        inline: {
          PassItself: [
            [
              ['iam:PassRole'],
              ['{{arn:role/IncidentManagerAutomationRole}}'],
              { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
            ],
          ],
        },
      },
    },
    companions: [passRole('ssm.amazonaws.com', 'IncidentManagerAutomationRole')],
  },
  {
    id: 'incident-manager-runbook',
    values: {
      responsePlan: 'web-outage',
      runbook: 'RestartWebTier',
      automationRoleArn: `arn:aws:iam::${account}:role/auto`,
      targetAccounts: ['777788889999'],
    },
    roles: {
      IncidentManagerRunbookRole: {
        ...assumedBy('ssm-incidents.amazonaws.com', {
          ArnLike: {
            'aws:SourceArn': `arn:aws:ssm-incidents:*:${account}:incident-record/web-outage/*`,
          },
        }),
        managedPolicies: [],
        inline: {
          StartRunbook: [
            [
              ['ssm:StartAutomationExecution'],
              [
                `arn:aws:ssm:*:${account}:automation-definition/RestartWebTier:*`,
                'arn:aws:ssm:*::automation-definition/RestartWebTier:*',
                `arn:aws:ssm:*:${account}:document/RestartWebTier`,
                'arn:aws:ssm:*::document/RestartWebTier',
                `arn:aws:ssm:*:${account}:automation-execution/*`,
              ],
            ],
            [
              ['iam:PassRole'],
              [`arn:aws:iam::${account}:role/auto`],
              { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
            ],
            [
              ['sts:AssumeRole'],
              ['arn:aws:iam::777788889999:role/AWS-SystemsManager-AutomationExecutionRole'],
            ],
          ],
        },
      },
    },
    companions: [passRole('ssm-incidents.amazonaws.com', 'IncidentManagerRunbookRole')],
  },
  ...['proton-codebuild', 'proton-pipeline-codebuild'].map((id): BlueprintFacts => {
    const name =
      id === 'proton-codebuild'
        ? 'AWSProtonCodeBuildProvisioning'
        : 'AWSProtonPipelineCodeBuildProvisioning';
    return {
      id,
      values: withCdk,
      roles: { [name]: protonCodeBuild },
      companions: [
        passRole('proton.amazonaws.com', name),
        createLinkedRole('codebuild.proton.amazonaws.com'),
      ],
    };
  }),
  {
    id: 'proton-component',
    values: { actions: ['s3:CreateBucket'] },
    roles: {
      ProtonComponentRole: {
        ...assumedBy('proton.amazonaws.com', fromProtonEnvironment),
        managedPolicies: [],
        inline: {
          ProtonProvisioning: [
            [
              stackActions.filter((action) => !action.endsWith('DriftDetectionStatus')),
              protonStacks,
            ],
            [['s3:CreateBucket'], ['*'], throughCloudFormation],
          ],
        },
      },
    },
    companions: [passRole('proton.amazonaws.com', 'ProtonComponentRole')],
  },
  {
    id: 'proton-environment',
    roles: {
      ProtonEnvironmentRole: {
        ...assumedBy('proton.amazonaws.com', fromProtonEnvironment),
        managedPolicies: [],
        inline: {
          ProtonProvisioning: [
            [stackActions, protonStacks],
            [['s3:*'], ['*'], throughCloudFormation],
            organization,
          ],
        },
      },
    },
    companions: [passRole('proton.amazonaws.com', 'ProtonEnvironmentRole')],
  },
  {
    id: 'proton-pipeline',
    values: { allServices: true },
    roles: {
      ProtonPipelineRole: {
        ...assumedBy('proton.amazonaws.com', { StringEquals: sourceAccount }),
        managedPolicies: [],
        inline: {
          ProtonProvisioning: [
            [stackActions, protonStacks],
            [['not organizations:*', 'not account:*'], ['*'], throughCloudFormation],
            organization,
          ],
        },
      },
    },
    companions: [passRole('proton.amazonaws.com', 'ProtonPipelineRole')],
  },
  {
    id: 'support-user-role',
    values: { principals: [`arn:aws:iam::${account}:user/EmergencyAccess`], requireMfa: true },
    roles: {
      SupportUserRole: {
        principal: { AWS: [`arn:aws:iam::${account}:user/EmergencyAccess`] },
        action: ['sts:AssumeRole'],
        condition: mfa,
        managedPolicies: [supportUser],
      },
    },
    companions: [['sts:AssumeRole', '', '{{arn:role/SupportUserRole}}']],
  },
  {
    id: 'person-role',
    values: {
      principals: [`arn:aws:iam::${account}:user/alice`],
      managedPolicies: ['ReadOnlyAccess'],
      requireMfa: true,
    },
    roles: {
      PersonRole: {
        principal: { AWS: [`arn:aws:iam::${account}:user/alice`] },
        action: ['sts:AssumeRole'],
        condition: mfa,
        managedPolicies: ['ReadOnlyAccess'],
      },
    },
    companions: [['sts:AssumeRole', '', '{{arn:role/PersonRole}}']],
  },
  ...serviceRoleFacts,
  ...accessFacts,
];
