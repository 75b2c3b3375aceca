import type { LintOptions } from '../lint-policy.ts';

/**
 * Rules learnt from what ValidatePolicy reports on AWS managed policies and in AWS's examples, each
 * on a small policy: every finding in order, its places as path and text.
 */

type Places = readonly (readonly [path: string, text: string])[];
type Expected = readonly (readonly [type: string, code: string, places: Places])[];
type Case = readonly [rule: string, options: LintOptions, policy: object, expected: Expected];

const identity = { policyType: 'IDENTITY_POLICY' } as const;
const untyped = { policyType: 'RESOURCE_POLICY' } as const;
const trust = { ...untyped, resourceType: 'AWS::IAM::AssumeRolePolicyDocument' } as const;
const bucket = { ...untyped, resourceType: 'AWS::S3::Bucket' } as const;

function one(...statements: readonly object[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map((parts) => ({ Effect: 'Allow', ...parts })),
  };
}

const nothing: Expected = [];
const shopTag = { StringEquals: { 'aws:ResourceTag/shop': 'toys' } };
const passRole = (condition: object) =>
  one({ Action: 'iam:PassRole', Resource: '*', Condition: condition });
const openPassRole: Expected = [
  [
    'SECURITY_WARNING',
    'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    [
      ['Statement 0 Action', '"iam:PassRole"'],
      ['Statement 0 Resource', '"*"'],
    ],
  ],
];

const names: readonly Case[] = [
  [
    'actions are looked up in NotAction, one finding for each',
    identity,
    one({ Effect: 'Deny', NotAction: ['s3:GetObject', 's3:FetchObject'], Resource: '*' }),
    [['ERROR', 'INVALID_ACTION', [['Statement 0 NotAction 1', '"s3:FetchObject"']]]],
  ],
  [
    'a list of statements of one object has an index, the object alone has none',
    identity,
    {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:FetchObject', Resource: '*' },
    },
    [['ERROR', 'INVALID_ACTION', [['Statement Action', '"s3:FetchObject"']]]],
  ],
  [
    'a service that is gone, in Action and in Resource',
    identity,
    one({ Action: ['elastic-inference:Connect'], Resource: ['arn:aws:elastic-inference:*:*:x/*'] }),
    [
      [
        'ERROR',
        'INVALID_SERVICE_IN_ACTION',
        [['Statement 0 Action 0', '"elastic-inference:Connect"']],
      ],
      [
        'ERROR',
        'INVALID_SERVICE',
        [['Statement 0 Resource 0', '"arn:aws:elastic-inference:*:*:x/*"']],
      ],
    ],
  ],
  [
    'a service key that does not exist, even under Null',
    identity,
    one({
      Action: 'lakeformation:ListResources',
      Resource: '*',
      Condition: { Null: { 'lakeformation:Ghost': true } },
    }),
    [
      [
        'ERROR',
        'INVALID_SERVICE_CONDITION_KEY',
        [['Statement 0 Condition Null {lakeformation:Ghost}', '"lakeformation:Ghost"']],
      ],
    ],
  ],
  [
    'names that no page lists',
    identity,
    one({
      Action: 'route53-recovery-control-config:DescribeRoutingControlByName',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgMasterAccountId': '111122223333' } },
    }),
    nothing,
  ],
];

const conditions: readonly Case[] = [
  [
    'an ARN compared as a pattern of text',
    identity,
    one({
      Action: 'ram:*',
      Resource: '*',
      Condition: { StringLikeIfExists: { 'ram:ResourceArn': ['arn:aws:glue:*'] } },
    }),
    [
      [
        'SECURITY_WARNING',
        'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
        [['Statement 0 Condition StringLikeIfExists {ram:ResourceArn}', '"ram:ResourceArn"']],
      ],
    ],
  ],
  [
    'a text compared as an ARN',
    identity,
    one({
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::toys' } },
    }),
    [
      [
        'WARNING',
        'TYPE_MISMATCH',
        [
          [
            'Statement 0 Condition ArnLike {kms:EncryptionContext:aws:s3:arn}',
            '"kms:EncryptionContext:aws:s3:arn"',
          ],
        ],
      ],
    ],
  ],
  [
    'a boolean compared as a text',
    identity,
    one({
      Action: 's3:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ViaAWSService': 'true' } },
    }),
    [
      [
        'WARNING',
        'TYPE_MISMATCH',
        [['Statement 0 Condition StringEquals {aws:ViaAWSService}', '"aws:ViaAWSService"']],
      ],
    ],
  ],
  [
    'a key with several values without qualifier',
    identity,
    one({
      Action: 'events:PutRule',
      Resource: '*',
      Condition: { StringEquals: { 'events:detail-type': 'Toy sold' } },
    }),
    [
      [
        'ERROR',
        'MISSING_QUALIFIER',
        [['Statement 0 Condition StringEquals {events:detail-type}', '"events:detail-type"']],
      ],
    ],
  ],
  [
    'a key that may have several values after all',
    identity,
    one({
      Action: 'codestar-connections:PassConnection',
      Resource: '*',
      Condition: {
        'ForAllValues:StringEquals': { 'codestar-connections:ProviderAction': ['GetBranch'] },
      },
    }),
    nothing,
  ],
  [
    'a condition that asks for presence alone, at its value',
    identity,
    one({
      Action: 'ec2:StartInstances',
      Resource: '*',
      Condition: { StringLike: { 'aws:ResourceTag/shop': '*' } },
    }),
    [
      [
        'SUGGESTION',
        'EQUIVALENT_TO_NULL_FALSE',
        [['Statement 0 Condition StringLike aws:ResourceTag/shop', '"*"']],
      ],
    ],
  ],
  [
    'a service name with a label too many',
    identity,
    one({
      Action: 's3:*',
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['a.b.amazonaws.com'] } },
    }),
    [
      [
        'ERROR',
        'INVALID_SERVICE_PRINCIPAL_FORMAT',
        [['Statement 0 Condition ForAnyValue:StringEquals aws:CalledVia 0', '"a.b.amazonaws.com"']],
      ],
    ],
  ],
];

const tags: readonly Case[] = [
  [
    'only actions that neither have nor make tags, in one finding with the key last',
    identity,
    one({
      Action: [
        'wisdom:CreateAIAgent',
        'wisdom:ListAIAgents',
        'wisdom:GetAIAgent',
        'wisdom:ListAIPrompts',
      ],
      Resource: '*',
      Condition: shopTag,
    }),
    [
      [
        'SUGGESTION',
        'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
        [
          ['Statement 0 Action 1', '"wisdom:ListAIAgents"'],
          ['Statement 0 Action 3', '"wisdom:ListAIPrompts"'],
          ['Statement 0 Condition StringEquals {aws:ResourceTag/shop}', '"aws:ResourceTag/shop"'],
        ],
      ],
    ],
  ],
  [
    'creation of what is tagged',
    identity,
    one({
      Action: ['resource-groups:CreateGroup', 'cloudfront:CreateDistribution'],
      Resource: '*',
      Condition: shopTag,
    }),
    nothing,
  ],
];

const redundancy: readonly Case[] = [
  [
    'all members of a group in the order of the list',
    identity,
    one({
      Action: ['ec2:DescribeVpcs', 's3:GetObject', 'ec2:Describe*', 'ec2:DescribeTags'],
      Resource: '*',
    }),
    [
      [
        'SUGGESTION',
        'REDUNDANT_ACTION',
        [
          ['Statement 0 Action 0', '"ec2:DescribeVpcs"'],
          ['Statement 0 Action 2', '"ec2:Describe*"'],
          ['Statement 0 Action 3', '"ec2:DescribeTags"'],
        ],
      ],
    ],
  ],
  [
    'one finding for each group, equal ones too, but not across statements',
    identity,
    one(
      {
        Action: ['s3:PutObject', 's3:GetObject', 's3:GetObject'],
        Resource: ['arn:aws:s3:::toys-*', 'arn:aws:s3:::toys-*/*'],
      },
      { Action: 's3:GetObject', Resource: 'arn:aws:s3:::games' },
    ),
    [
      [
        'SUGGESTION',
        'REDUNDANT_ACTION',
        [
          ['Statement 0 Action 1', '"s3:GetObject"'],
          ['Statement 0 Action 2', '"s3:GetObject"'],
        ],
      ],
      [
        'SUGGESTION',
        'REDUNDANT_RESOURCE',
        [
          ['Statement 0 Resource 0', '"arn:aws:s3:::toys-*"'],
          ['Statement 0 Resource 1', '"arn:aws:s3:::toys-*/*"'],
        ],
      ],
    ],
  ],
];

const roles: readonly Case[] = [
  [
    'everything: service-linked roles first, then passing',
    identity,
    one({ Action: '*', Resource: '*' }),
    [
      [
        'WARNING',
        'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
        [
          ['Statement 0 Action', '"*"'],
          ['Statement 0 Resource', '"*"'],
        ],
      ],
      [
        'SECURITY_WARNING',
        'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
        [
          ['Statement 0 Action', '"*"'],
          ['Statement 0 Resource', '"*"'],
        ],
      ],
    ],
  ],
  [
    'a role passed to a service',
    identity,
    passRole({ StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
    nothing,
  ],
  [
    '… to EC2, if to any',
    identity,
    passRole({ StringEqualsIfExists: { 'iam:PassedToService': ['ec2.amazonaws.com'] } }),
    openPassRole,
  ],
  [
    '… to CodeBuild, if to any',
    identity,
    passRole({ StringEqualsIfExists: { 'iam:PassedToService': 'codebuild.amazonaws.com' } }),
    openPassRole,
  ],
  [
    '… to Lambda, if to any',
    identity,
    passRole({ StringLikeIfExists: { 'iam:PassedToService': 'lambda.amazonaws.com' } }),
    nothing,
  ],
  [
    'roles with the beginning of a name',
    identity,
    one({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/toys-*' }),
    nothing,
  ],
];

const resourcePolicies: readonly Case[] = [
  [
    'a trust policy with another kind of provider, its actions before the values',
    trust,
    one({
      Sid: '',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'pool' } },
    }),
    [
      ['SUGGESTION', 'EMPTY_SID_VALUE', [['Statement 0 Sid', '""']]],
      [
        'ERROR',
        'MISMATCHED_ACTION_FOR_PRINCIPAL',
        [
          ['Statement 0 Action 0', '"sts:AssumeRole"'],
          ['Statement 0 Principal Federated', '"cognito-identity.amazonaws.com"'],
        ],
      ],
      [
        'ERROR',
        'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
        [
          ['Statement 0 Action 1', '"sts:TagSession"'],
          ['Statement 0 Condition StringEquals cognito-identity.amazonaws.com:aud', '"pool"'],
        ],
      ],
    ],
  ],
  [
    'everything in the policy of a bucket, and an action of no service',
    bucket,
    one({ Principal: { AWS: '*' }, Action: 's3:ListBuckets', Resource: '*' }),
    [
      ['ERROR', 'INVALID_ACTION', [['Statement 0 Action', '"s3:ListBuckets"']]],
      ['ERROR', 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY', [['Statement 0 Resource', '"*"']]],
    ],
  ],
  [
    'a Principal without anybody and nothing else',
    untyped,
    one({ Principal: {}, Action: 'sqs:SendMessage', Resource: '*' }),
    [['SUGGESTION', 'EMPTY_OBJECT_PRINCIPAL', [['Statement 0 Principal', '{}']]]],
  ],
  [
    'a service in a trust policy',
    trust,
    one({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    nothing,
  ],
];

export const recordedCases = { names, conditions, tags, redundancy, roles, resourcePolicies };
