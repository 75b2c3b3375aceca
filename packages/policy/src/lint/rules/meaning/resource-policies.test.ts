import { expect, it } from 'vitest';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

const bucket = 'arn:aws:s3:::bucket';

function statements(...list: readonly object[]): object {
  return { Version: '2012-10-17', Statement: list };
}

function service(condition?: object, principal: object = { Service: 'sns.amazonaws.com' }): object {
  const base = {
    Effect: 'Allow',
    Principal: principal,
    Action: 's3:PutObject',
    Resource: `${bucket}/*`,
  };
  return statements(condition === undefined ? base : { ...base, Condition: condition });
}

const bucketPolicy = { policyType: 'RESOURCE_POLICY', resourceType: 'AWS::S3::Bucket' } as const;
const anyPolicy = { policyType: 'RESOURCE_POLICY' } as const;
const identityPolicy = { policyType: 'IDENTITY_POLICY' } as const;

function read(condition: object, effect = 'Allow', action = 'dynamodb:GetItem'): object {
  return statements({ Effect: effect, Action: action, Resource: '*', Condition: condition });
}

const cases: readonly LintCase[] = [
  {
    ...bucketPolicy,
    name: 'a service on behalf of anyone',
    policy: service(),
    codes: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
    at: [
      {
        code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
        path: inStatement(0, 'Principal', 'Service'),
        span: '"sns.amazonaws.com"',
      },
    ],
  },
  { ...anyPolicy, name: 'the same, attached to something unsaid', policy: service(), codes: [] },
  {
    ...bucketPolicy,
    name: 'a service on behalf of an account',
    policy: service({ StringEquals: { 'AWS:SourceAccount': '123456789012' } }),
    codes: [],
  },
  {
    ...bucketPolicy,
    name: 'a service under another condition',
    policy: service({ StringEquals: { 's3:x-amz-acl': 'private' } }),
    codes: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  },
  {
    ...bucketPolicy,
    name: 'a role',
    policy: service(undefined, { AWS: '123456789012' }),
    codes: [],
  },
  {
    ...bucketPolicy,
    name: 'a service by referer',
    policy: service({ StringEquals: { 'aws:Referer': '123456789012' } }),
    codes: ['RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', 'UNTRUSTWORTHY_CONDITION_KEY'],
  },
  {
    ...bucketPolicy,
    name: 'a service by referer and account',
    policy: service({
      StringEquals: { 'aws:Referer': '123456789012', 'aws:SourceAccount': '123456789012' },
    }),
    codes: ['UNTRUSTWORTHY_CONDITION_KEY'],
  },
  {
    ...bucketPolicy,
    name: 'a service in an organization',
    policy: service({
      StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:SourceAccount': '123456789012' },
    }),
    codes: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
  },
  {
    ...bucketPolicy,
    name: 'a service beside roles in an organization',
    policy: service(
      {
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:SourceAccount': '123456789012' },
      },
      { Service: 'sns.amazonaws.com', AWS: '*' },
    ),
    codes: [],
  },
  {
    ...bucketPolicy,
    name: 'a key of identity policies',
    policy: service(
      { StringEquals: { 's3:ResourceAccount': '123456789012' } },
      { AWS: '123456789012' },
    ),
    codes: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
  },
  {
    ...identityPolicy,
    name: 'the same in an identity policy',
    policy: read({ StringEquals: { 's3:ResourceAccount': '123456789012' } }),
    codes: [],
  },
  {
    ...anyPolicy,
    name: 'everyone but one',
    policy: statements({ Effect: 'Allow', NotPrincipal: { AWS: '123456789012' }, Action: 's3:*' }),
    codes: ['ALLOW_WITH_NOT_PRINCIPAL'],
    at: [{ code: 'ALLOW_WITH_NOT_PRINCIPAL', path: inStatement(0, 'NotPrincipal') }],
  },
  {
    ...anyPolicy,
    name: 'everyone but one, denied',
    policy: statements({ Effect: 'Deny', NotPrincipal: { AWS: '123456789012' }, Action: 's3:*' }),
    codes: [],
  },
  {
    ...identityPolicy,
    name: 'an address in any VPC',
    policy: read({ IpAddress: { 'aws:VpcSourceIp': '172.0.0.0/30' } }),
    codes: ['MISSING_PAIRED_CONDITION_KEYS'],
    at: [
      {
        code: 'MISSING_PAIRED_CONDITION_KEYS',
        path: inStatement(0, 'Condition', 'IpAddress', { key: 'aws:VpcSourceIp' }),
      },
    ],
  },
  {
    ...identityPolicy,
    name: 'an address in a VPC',
    policy: read({
      IpAddress: { 'aws:VpcSourceIp': '172.0.0.0/30' },
      StringEquals: { 'aws:SourceVPC': 'vpc-12345678' },
    }),
    codes: [],
  },
  {
    ...anyPolicy,
    name: 'a bucket of anyone',
    policy: service({ StringEquals: { 'aws:SourceArn': bucket } }, { AWS: '*' }),
    codes: ['MISSING_PAIRED_CONDITION_KEYS'],
  },
  {
    ...anyPolicy,
    name: 'a bucket of an account',
    policy: service({
      ArnLike: { 'aws:SourceArn': bucket },
      StringEquals: { 'aws:SourceAccount': '123456789012' },
    }),
    codes: [],
  },
  {
    ...anyPolicy,
    name: 'an ARN with an account',
    policy: service({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:123456789012:x' } }),
    codes: [],
  },
  {
    ...identityPolicy,
    name: 'user agents',
    policy: read({ StringLike: { 'aws:UserAgent': 'Mozilla*' } }),
    codes: ['UNTRUSTWORTHY_CONDITION_KEY'],
  },
  {
    ...identityPolicy,
    name: 'attributes',
    policy: read({ 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id'] } }),
    codes: ['DYNAMODB_ATTRIBUTES_WITHOUT_SELECT'],
  },
  {
    ...identityPolicy,
    name: 'attributes and which are returned',
    policy: read({
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id'] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    }),
    codes: [],
  },
  {
    ...identityPolicy,
    name: 'attributes of writes',
    policy: read(
      { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id'] } },
      'Allow',
      'dynamodb:PutItem',
    ),
    codes: [],
  },
  {
    ...identityPolicy,
    name: 'denied prefixes',
    policy: read({ StringLike: { 's3:prefix': 'private/*' } }, 'Deny', 's3:ListBucket'),
    codes: ['S3_PREFIX_IN_NEGATIVE_CONTEXT'],
  },
  {
    ...identityPolicy,
    name: 'other prefixes than',
    policy: read({ StringNotLike: { 's3:prefix': 'private/*' } }, 'Allow', 's3:ListBucket'),
    codes: ['S3_PREFIX_IN_NEGATIVE_CONTEXT'],
  },
  {
    ...identityPolicy,
    name: 'allowed prefixes',
    policy: statements(
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucket,
        Condition: { StringLike: { 's3:prefix': 'home/*' } },
      },
      {
        Effect: 'Deny',
        Action: 's3:ListBucket',
        Resource: bucket,
        Condition: { StringNotLike: { 's3:prefix': 'home/*' }, Null: { 's3:prefix': 'false' } },
      },
    ),
    codes: [],
  },
];

it.each(cases)('$name', (lintCase) => {
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});
