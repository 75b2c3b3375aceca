import type { PolicyResourceType } from '../../../language/policy-kind.ts';
import { inStatement, type LintCase } from '../../lint-cases.fixture.ts';

interface Parts {
  readonly Effect?: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
  readonly Principal?: unknown;
}

function policyOf(parts: Parts): object {
  const action = parts.NotAction === undefined ? { Action: parts.Action ?? 's3:GetObject' } : {};
  return {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', ...action, Resource: '*', ...parts },
  };
}

type Options = Omit<LintCase, 'name' | 'policy' | 'codes' | 'policyType'> & {
  readonly policyType?: LintCase['policyType'];
};

function lintCase(
  name: string,
  parts: Parts,
  codes: readonly string[],
  options: Options = {},
): LintCase {
  return { name, policyType: 'IDENTITY_POLICY', policy: policyOf(parts), codes, ...options };
}

function near(code: string, name: string, parts: Parts, options: Options = {}): LintCase {
  return lintCase(name, parts, [], { nearMissOf: code, ...options });
}

/** A condition on one key. */
function when(operator: string, key: string, value: unknown): Readonly<Record<string, unknown>> {
  return { [operator]: { [key]: value } };
}

const keyAt = (operator: string, key: string) =>
  inStatement(undefined, 'Condition', operator, { key });

export const actionCases: readonly LintCase[] = [
  lintCase('action', { Action: ['s3:GetObject', 's3:GetObjekt'] }, ['INVALID_ACTION'], {
    at: [
      { code: 'INVALID_ACTION', path: inStatement(undefined, 'Action', 1), span: '"s3:GetObjekt"' },
    ],
  }),
  lintCase('NotAction', { NotAction: 'iam:Foo' }, ['INVALID_ACTION'], {
    at: [{ code: 'INVALID_ACTION', path: inStatement(undefined, 'NotAction') }],
  }),
  lintCase('pattern of nothing', { Action: 's3:Fetch*' }, ['INVALID_ACTION']),
  lintCase('no prefix', { Action: 'GetObject' }, ['INVALID_ACTION']),
  lintCase('no name', { Action: 's3:' }, ['INVALID_ACTION']),
  near('INVALID_ACTION', 'letters of any case', { Action: 'S3:getobject' }),
  near('INVALID_ACTION', 'pattern', { Action: ['s3:*Obj?ct', '*', '*:*', '*:List*'] }),
  lintCase('service that is gone', { Action: 'elastic-inference:Connect' }, [
    'INVALID_SERVICE_IN_ACTION',
  ]),
  near('INVALID_ACTION', 'no page lists it', {
    Action: 'route53-recovery-control-config:DescribeRoutingControlByName',
  }),
  near('INVALID_ACTION', 'retired service', { Action: ['deeplens:Whatever', 'deeplens:*'] }),
  near('INVALID_ACTION', 'variable', { Action: 's3:${x}' }),
  lintCase('service', { Action: 'ssmm:GetParameter' }, ['INVALID_SERVICE_IN_ACTION'], {
    at: [{ code: 'INVALID_SERVICE_IN_ACTION', path: inStatement(undefined, 'Action') }],
  }),
  lintCase('all of no service', { Action: 'DOES_NOT_EXIST:*' }, ['INVALID_SERVICE_IN_ACTION']),
  lintCase('hostile name', { Action: '__proto__:x' }, ['INVALID_SERVICE_IN_ACTION']),
  near('INVALID_SERVICE_IN_ACTION', 'wildcard in service', { Action: 's3*:GetObject' }),
];

const arn = (Resource: string | readonly string[]): Parts => ({ Action: '*', Resource });

export const arnCases: readonly LintCase[] = [
  lintCase('account of a bucket', arn('arn:aws:s3::111122223333:b'), ['ARN_ACCOUNT_NOT_ALLOWED']),
  near('ARN_ACCOUNT_NOT_ALLOWED', 'bucket', arn(['arn:aws:s3:::b', 'arn:aws:s3:::b/*'])),
  near('ARN_ACCOUNT_NOT_ALLOWED', 'any account', arn('arn:aws:s3:::*')),
  near(
    'ARN_ACCOUNT_NOT_ALLOWED',
    'access point',
    arn('arn:aws:s3:us-east-1:111122223333:accesspoint/x'),
  ),
  lintCase('Region of a role', arn('arn:aws:iam:us-east-1:111122223333:role/x'), [
    'ARN_REGION_NOT_ALLOWED',
  ]),
  near('ARN_REGION_NOT_ALLOWED', 'role', arn('arn:aws:iam::111122223333:role/path/x')),
  near('ARN_REGION_NOT_ALLOWED', 'wildcard', arn('arn:aws:iam:*:111122223333:role/x')),
  lintCase('no Region', arn('arn:aws:logs::111122223333:*'), ['MISSING_ARN_REGION']),
  lintCase('no Region of a parameter', arn('arn:aws:ssm::111122223333:parameter/x'), [
    'MISSING_ARN_REGION',
  ]),
  near('MISSING_ARN_REGION', 'any Region', arn('arn:aws:logs:*:111122223333:*')),
  lintCase('no account', arn('arn:aws:iam:::role/x'), ['MISSING_ARN_ACCOUNT'], {
    at: [
      {
        code: 'MISSING_ARN_ACCOUNT',
        path: inStatement(undefined, 'Resource'),
        span: '"arn:aws:iam:::role/x"',
      },
    ],
  }),
  near('MISSING_ARN_ACCOUNT', 'documents of AWS', arn('arn:aws:ssm:*::document/AWS-*')),
  near('MISSING_ARN_ACCOUNT', 'images', arn('arn:aws:ec2:us-east-1::image/ami-1')),
  near('MISSING_ARN_ACCOUNT', 'policy of AWS', arn('arn:aws:iam::aws:policy/ReadOnlyAccess')),
  lintCase('resource', arn('arn:aws:iam::111122223333:rolle/x'), ['INVALID_ARN_RESOURCE']),
  lintCase('question mark', arn('?'), ['INVALID_ARN_RESOURCE']),
  near('INVALID_ARN_RESOURCE', 'wildcard', arn('arn:aws:iam::111122223333:rol*')),
  near('INVALID_ARN_RESOURCE', 'variable', arn('arn:aws:iam::111122223333:${aws:PrincipalTag/t}')),
  near('INVALID_ARN_RESOURCE', 'group of logs without name', arn('arn:aws:logs:*:*:/aws-glue/*')),
  lintCase('Region', arn('arn:aws:sqs:us-moon-1:111122223333:q'), ['INVALID_ARN_REGION']),
  lintCase('Region of another partition', arn('arn:aws-cn:sqs:us-east-1:111122223333:q'), [
    'INVALID_ARN_REGION',
  ]),
  near('INVALID_ARN_REGION', 'pattern', arn('arn:aws:sqs:us-*:111122223333:q')),
  lintCase('partition', arn('arn:amazon:s3:::b'), ['INVALID_PARTITION']),
  near('INVALID_PARTITION', 'others', arn(['arn:aws-us-gov:s3:::b', 'arn:aws-eusc:s3:::b'])),
  near('INVALID_PARTITION', 'any', arn('arn:*:s3:::b')),
  lintCase('letters', arn('arn:aws:S3:::b'), ['INVALID_ARN_SERVICE_CASE']),
  near('INVALID_ARN_SERVICE_CASE', 'small', arn('arn:aws:s3:::B')),
  lintCase('service', arn('arn:aws:mgnx:::*'), ['INVALID_SERVICE'], {
    at: [{ code: 'INVALID_SERVICE', path: inStatement(undefined, 'Resource') }],
  }),
  near('INVALID_SERVICE', 'service in ARNs alone', arn('arn:aws:catalog:*:*:product/p')),
  lintCase(
    'service that is gone',
    arn('arn:aws:elastic-inference:*:*:elastic-inference-accelerator/*'),
    ['INVALID_SERVICE'],
  ),
  near('INVALID_SERVICE', 'retired service', arn('arn:aws:deeplens:*:*:device/*')),
];

export const keyCases: readonly LintCase[] = [
  lintCase(
    'global',
    { Condition: when('StringEquals', 'aws:PrincipalOrgIdentifier', 'o-1') },
    ['INVALID_GLOBAL_CONDITION_KEY'],
    {
      at: [
        {
          code: 'INVALID_GLOBAL_CONDITION_KEY',
          path: keyAt('StringEquals', 'aws:PrincipalOrgIdentifier'),
          span: '"aws:PrincipalOrgIdentifier"',
        },
      ],
    },
  ),
  near('INVALID_GLOBAL_CONDITION_KEY', 'any case', {
    Condition: when('StringEquals', 'AWS:principalorgid', 'o-1'),
  }),
  lintCase('aws:ARN', { Condition: when('ArnLike', 'aws:ARN', 'arn:aws:iam::1:role/x') }, [
    'UNSUPPORTED_GLOBAL_CONDITION_KEY',
  ]),
  near('UNSUPPORTED_GLOBAL_CONDITION_KEY', 'aws:PrincipalArn', {
    Condition: when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::1:role/x'),
  }),
  lintCase('key', { Condition: when('Null', 'lakeformation:GlueARN', 'true') }, [
    'INVALID_SERVICE_CONDITION_KEY',
  ]),
  near('INVALID_SERVICE_CONDITION_KEY', 'tags of objects', {
    Condition: when('StringEquals', 's3:ExistingObjectTag/team', 'a'),
  }),
  near('INVALID_SERVICE_CONDITION_KEY', 'key of another service', {
    Action: 'cases:GetCase',
    Condition: when('StringEquals', 'connect:UserArn', 'x'),
  }),
  lintCase('unknown prefix', { Condition: when('StringEquals', 'nosuch:key', 'x') }, [
    'INVALID_SERVICE',
  ]),
  near('INVALID_SERVICE', 'identity provider', {
    Condition: when('StringEquals', 'oidc.eks.us-east-1.amazonaws.com/id/A1:sub', 'x'),
  }),
  lintCase('no tag', { Action: 'ec2:*', Condition: when('StringEquals', 'aws:ResourceTag', 'x') }, [
    'MISSING_TAG_KEY_IN_CONDITION',
  ]),
  lintCase('slash alone', { Condition: when('StringEquals', 'aws:RequestTag/', 'x') }, [
    'MISSING_TAG_KEY_IN_CONDITION',
  ]),
  lintCase('tag of a service', { Condition: when('StringEquals', 'ec2:ResourceTag', 'x') }, [
    'MISSING_TAG_KEY_IN_CONDITION',
  ]),
  near('MISSING_TAG_KEY_IN_CONDITION', 'tag', {
    Condition: when('StringEquals', 'aws:RequestTag/a', 'x'),
  }),
  lintCase(
    'several values',
    { Action: 'events:PutRule', Condition: when('StringEquals', 'events:detail-type', 'x') },
    ['MISSING_QUALIFIER'],
    { at: [{ code: 'MISSING_QUALIFIER', path: keyAt('StringEquals', 'events:detail-type') }] },
  ),
  near('MISSING_QUALIFIER', 'Null', { Condition: when('Null', 'aws:TagKeys', 'true') }),
  near('MISSING_QUALIFIER', 'qualifier', {
    Condition: when('ForAllValues:StringEquals', 'aws:TagKeys', ['a']),
  }),
  lintCase(
    'one value',
    { Condition: when('ForAllValues:StringEquals', 'aws:PrincipalOrgID', ['o-1']) },
    ['FORALLVALUES_WITH_SINGLE_VALUED_KEY'],
    {
      at: [
        {
          code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
          path: inStatement(
            undefined,
            'Condition',
            'ForAllValues:StringEquals',
            'aws:PrincipalOrgID',
          ),
          span: '["o-1"]',
        },
      ],
    },
  ),
  near('FORALLVALUES_WITH_SINGLE_VALUED_KEY', 'ForAnyValue', {
    Condition: when('ForAnyValue:StringEquals', 'aws:PrincipalOrgID', ['o-1']),
  }),
  lintCase('text of a boolean', { Condition: when('StringEquals', 'aws:ViaAWSService', 'true') }, [
    'TYPE_MISMATCH',
  ]),
  lintCase('text of an address', { Condition: when('StringLike', 'aws:SourceIp', '10.*') }, [
    'TYPE_MISMATCH',
  ]),
  near('TYPE_MISMATCH', 'boolean', { Condition: when('Bool', 'aws:ViaAWSService', 'true') }),
  near('TYPE_MISMATCH', 'epoch as a number', {
    Condition: when('NumericLessThan', 'aws:EpochTime', '1'),
  }),
  lintCase(
    'ARN operator on a text',
    { Condition: when('ArnLike', 'kms:EncryptionContext:aws:s3:arn', 'arn:aws:s3:::b') },
    ['TYPE_MISMATCH'],
    {
      at: [
        {
          code: 'TYPE_MISMATCH',
          path: keyAt('ArnLike', 'kms:EncryptionContext:aws:s3:arn'),
        },
      ],
    },
  ),
  near('TYPE_MISMATCH', 'ARN in a tag', {
    Action: 'ec2:StartInstances',
    Condition: when('ArnLike', 'aws:ResourceTag/owner', 'arn:aws:iam::1:role/x'),
  }),
  near('TYPE_MISMATCH', 'ARN as a text', {
    Condition: when('StringEquals', 'aws:SourceArn', 'arn:aws:s3:::b'),
  }),
  lintCase('ARN', { Condition: when('StringNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:root') }, [
    'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  ]),
  near('STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', 'ArnLike', {
    Condition: when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:root'),
  }),
  lintCase('Region', { Condition: when('StringEquals', 'aws:RequestedRegion', 'us-est-1') }, [
    'INVALID_REGION',
  ]),
  near('INVALID_REGION', 'Regions', {
    Condition: when('StringLike', 'aws:RequestedRegion', ['eu-west-1', 'us-*', 'aws-global']),
  }),
  lintCase(
    'chain of calls',
    {
      Condition: when('ForAnyValue:StringEquals', 'aws:CalledVia', [
        'application-signals.cloudwatch.amazonaws.com',
      ]),
    },
    ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
    {
      at: [
        {
          code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
          path: inStatement(undefined, 'Condition', 'ForAnyValue:StringEquals', 'aws:CalledVia', 0),
        },
      ],
    },
  ),
  lintCase(
    'principal',
    { Principal: { Service: 'ec2.amazon' } },
    ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
    { policyType: 'RESOURCE_POLICY' },
  ),
  near(
    'INVALID_SERVICE_PRINCIPAL_FORMAT',
    'principals',
    {
      Principal: {
        Service: ['ops.apigateway.amazonaws.com', 'lambda.amazonaws.com.cn', 'alexa.amazon.com'],
      },
    },
    { policyType: 'RESOURCE_POLICY' },
  ),
  near('INVALID_SERVICE_PRINCIPAL_FORMAT', 'Region in kms:ViaService', {
    Action: 'kms:Decrypt',
    Condition: when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'),
  }),
];

const tag = when('StringEquals', 'aws:ResourceTag/team', 'a');

export const actionKeyCases: readonly LintCase[] = [
  lintCase(
    'key of other actions',
    {
      Action: ['kms:DescribeKey', 'kms:Decrypt'],
      Condition: when('StringEquals', 'kms:EncryptionContext:a', 'b'),
    },
    ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
    {
      at: [
        {
          code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
          path: inStatement(undefined, 'Action', 0),
          span: '"kms:DescribeKey"',
        },
      ],
    },
  ),
  lintCase(
    'prefix of a listing',
    {
      Action: ['s3:ListBucketMultipartUploads'],
      Condition: when('StringEquals', 's3:prefix', 'a'),
    },
    ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
  ),
  near('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'wildcard', {
    Action: 's3:List*',
    Condition: when('StringEquals', 's3:prefix', 'a'),
  }),
  near('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'key of the action', {
    Action: 's3:ListBucket',
    Condition: when('StringEquals', 's3:prefix', 'a'),
  }),
  near('UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'other service', {
    Action: 'deadline:SearchWorkers',
    Condition: when('ForAnyValue:StringEquals', 'deadline:FarmMembershipLevels', 'OWNER'),
  }),
  lintCase(
    'tags that are not sent',
    {
      Action: ['elasticloadbalancing:DescribeLoadBalancers', 'ec2:StartInstances'],
      Condition: tag,
    },
    ['ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'],
    {
      at: [
        {
          code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
          path: inStatement(undefined, 'Action', 0),
        },
      ],
    },
  ),
  near('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'resource type with tags', {
    Action: ['ec2:StartInstances', 'elasticloadbalancing:*'],
    Condition: tag,
  }),
  lintCase(
    'pattern of actions without tags',
    { Action: ['ec2:StartInstances', 'elasticloadbalancing:DescribeAccount*'], Condition: tag },
    ['ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'],
  ),
  near('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'tags what it creates', {
    Action: ['resource-groups:CreateGroup', 'cloudfront:CreateDistribution'],
    Condition: tag,
  }),
  near('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'IfExists', {
    Action: 'elasticloadbalancing:DescribeLoadBalancers',
    Condition: when('StringEqualsIfExists', 'aws:ResourceTag/team', 'a'),
  }),
  lintCase(
    'tags that are not sent, Deny',
    { Effect: 'Deny', Action: 'elasticloadbalancing:DescribeLoadBalancers', Condition: tag },
    ['DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE'],
  ),
  near('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'negated', {
    Effect: 'Deny',
    Action: 'elasticloadbalancing:DescribeLoadBalancers',
    Condition: when('StringNotEquals', 'aws:ResourceTag/team', 'a'),
  }),
  lintCase('NotAction', { NotAction: 'ec2:*', Condition: tag }, [
    'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  ]),
  near('ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'tag of the request', {
    NotAction: 'ec2:*',
    Condition: when('StringEquals', 'aws:RequestTag/team', 'a'),
  }),
  lintCase('NotAction, Deny', { Effect: 'Deny', NotAction: 'ec2:*', Condition: tag }, [
    'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  ]),
  near('DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', 'negated', {
    Effect: 'Deny',
    NotAction: 'ec2:*',
    Condition: when('StringNotEquals', 'aws:ResourceTag/team', 'a'),
  }),
  lintCase(
    'endpoint key with everything',
    { Effect: 'Deny', Action: '*', Condition: when('StringNotEquals', 'aws:VpceOrgID', 'o-1') },
    ['USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES'],
  ),
  near('USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES', 'services that send it', {
    Effect: 'Deny',
    Action: ['s3:*', 'sqs:SendMessage'],
    Condition: when('StringNotEquals', 'aws:VpceOrgID', 'o-1'),
  }),
  lintCase(
    'service without resource control',
    { Effect: 'Deny', Action: ['s3:*', 'ec2:*', '*'], Principal: '*' },
    ['RCP_SYNTAX_ERROR_ACTION', 'RCP_SYNTAX_ERROR_ACTION'],
    { policyType: 'RESOURCE_CONTROL_POLICY' },
  ),
  near(
    'RCP_SYNTAX_ERROR_ACTION',
    'the statement that allows everything',
    { Action: '*', Principal: '*' },
    { policyType: 'RESOURCE_CONTROL_POLICY' },
  ),
];

function attached(resourceType: PolicyResourceType): Options {
  return { policyType: 'RESOURCE_POLICY', resourceType };
}

const bucket = attached('AWS::S3::Bucket');
const Principal = { AWS: '111122223333' };
const objects = 'arn:aws:s3:::b/*';

export const attachedCases: readonly LintCase[] = [
  lintCase(
    'action of another service',
    { Action: 'kms:Encrypt', Resource: objects, Principal },
    ['UNSUPPORTED_ACTION_IN_POLICY'],
    bucket,
  ),
  lintCase(
    'action on no bucket',
    { Action: 's3:ListAllMyBuckets', Resource: objects, Principal },
    ['UNSUPPORTED_ACTION_IN_POLICY'],
    bucket,
  ),
  lintCase(
    'action that does not exist',
    { Action: 's3:ListBuckets', Resource: objects, Principal },
    ['INVALID_ACTION'],
    { ...bucket, nearMissOf: 'UNSUPPORTED_ACTION_IN_POLICY' },
  ),
  near(
    'UNSUPPORTED_ACTION_IN_POLICY',
    'actions on buckets',
    { Action: ['s3:*', '*', 's3:GetObject', 's3:ListBucket'], Resource: objects, Principal },
    bucket,
  ),
  near(
    'UNSUPPORTED_ACTION_IN_POLICY',
    'trust policy',
    { Action: ['sts:AssumeRole', 'sts:TagSession'], Principal },
    attached('AWS::IAM::AssumeRolePolicyDocument'),
  ),
  lintCase(
    'everything on a bucket',
    { Resource: '*', Principal },
    ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'],
    {
      ...bucket,
      at: [
        {
          code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
          path: inStatement(undefined, 'Resource'),
          span: '"*"',
        },
      ],
    },
  ),
  lintCase(
    'key in a bucket policy',
    { Resource: 'arn:aws:kms:us-east-1:111122223333:key/k', Principal },
    ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'],
    bucket,
  ),
  lintCase(
    'bucket in an access point policy',
    { Resource: objects, Principal },
    ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'],
    attached('AWS::S3::AccessPoint'),
  ),
  near(
    'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    'access point',
    { Resource: 'arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/*', Principal },
    attached('AWS::S3::AccessPoint'),
  ),
  near(
    'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    'table',
    {
      Action: 'dynamodb:GetItem',
      Resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/t',
      Principal,
    },
    attached('AWS::DynamoDB::Table'),
  ),
  near(
    'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    'everything, attached to nothing known',
    { Action: 'sqs:SendMessage', Resource: '*', Principal },
    { policyType: 'RESOURCE_POLICY' },
  ),
];

export const ownCases: readonly LintCase[] = [
  lintCase(
    'key of other actions',
    {
      Action: 'deadline:SearchWorkers',
      Condition: when('ForAnyValue:StringEquals', 'deadline:FarmMembershipLevels', 'OWNER'),
    },
    ['CONDITION_KEY_NEVER_SENT'],
  ),
  near('CONDITION_KEY_NEVER_SENT', 'one action has it', {
    Action: ['deadline:SearchWorkers', 'deadline:GetFarm'],
    Condition: when('ForAnyValue:StringEquals', 'deadline:FarmMembershipLevels', 'OWNER'),
  }),
  lintCase('object action on a bucket', { Resource: 'arn:aws:s3:::b' }, ['RESOURCE_OF_NO_ACTION'], {
    at: [{ code: 'RESOURCE_OF_NO_ACTION', path: inStatement(undefined, 'Resource') }],
  }),
  near('RESOURCE_OF_NO_ACTION', 'bucket and objects', {
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
  }),
  near('RESOURCE_OF_NO_ACTION', 'prefix of names', { Resource: 'arn:aws:s3:::b*' }),
  near('RESOURCE_OF_NO_ACTION', 'action on everything', {
    Action: 's3:ListAllMyBuckets',
    Resource: 'arn:aws:s3:::b',
  }),
];
