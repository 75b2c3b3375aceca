import { inStatement, type LintCase } from '../lint-cases.fixture.ts';
import { identityPolicy } from './sample-policies.fixture.ts';

const jane = 'arn:aws:iam::210987654321:role/jane';

/** Actions, resources, and statements that repeat others. */
export const patternCases: readonly LintCase[] = [
  fires('EMPTY_ARRAY_ACTION', { Action: [] }, ['Action'], '[]'),
  clean('EMPTY_ARRAY_ACTION', { Action: ['s3:GetObject'] }),
  fires('EMPTY_ARRAY_RESOURCE', { Resource: [] }, ['Resource'], '[]'),
  clean('EMPTY_ARRAY_RESOURCE', { Resource: ['*'] }),
  fires('INVALID_ARN_PREFIX', { Resource: 's3:::bucket' }, ['Resource'], '"s3:::bucket"'),
  clean('INVALID_ARN_PREFIX', { Resource: ['*'] }),
  fires('MISSING_ARN_FIELD', { Resource: ['arn:aws:s3::b'] }, ['Resource', 0], '"arn:aws:s3::b"'),
  clean('MISSING_ARN_FIELD', { Resource: 'arn:aws:s3:::b' }),
  fires(
    'INVALID_ARN_ACCOUNT',
    { Resource: 'arn:aws:iam::12345:role/x' },
    ['Resource'],
    '"arn:aws:iam::12345:role/x"',
  ),
  ...['210987654321', '*', '', 'aws', '${aws:PrincipalAccount}', '2109876*'].map((account) =>
    clean('INVALID_ARN_ACCOUNT', { Resource: `arn:aws:iam::${account}:role/x` }),
  ),
  fires(
    'WILDCARD_IN_SERVICE_NAME',
    { Resource: 'arn:aws:*code*::210987654321:x' },
    ['Resource'],
    '"arn:aws:*code*::210987654321:x"',
  ),
  clean('WILDCARD_IN_SERVICE_NAME', { Action: '*:*', Resource: 'arn:*:s3:*:*:x*' }),
  fires(
    'REDUNDANT_ACTION',
    { Action: ['iam:Get*', 'iam:List*', 'iam:GetCredentialReport'] },
    ['Action', 0],
    '"iam:Get*"',
  ),
  fires(
    'REDUNDANT_ACTION',
    { Action: ['iam:GetRole', 'iam:PassRole', 'IAM:getrole'] },
    ['Action', 0],
    '"iam:GetRole"',
  ),
  clean('REDUNDANT_ACTION', { Action: ['iam:Get*', 'iam:*CredentialReport', 'iam:List?'] }),
  fires(
    'REDUNDANT_RESOURCE',
    { Resource: [`${jane}-admin`, `${jane}-s3only`, `${jane}*`] },
    ['Resource', 0],
    `"${jane}-admin"`,
  ),
  clean('REDUNDANT_RESOURCE', {
    Resource: [`${jane}-a`, `${jane.toUpperCase().replace('ARN:AWS:IAM', 'arn:aws:iam')}*`],
  }),
  {
    name: 'REDUNDANT_STATEMENT fires',
    policyType: 'IDENTITY_POLICY',
    policy: two({
      Sid: 'B',
      Effect: 'Allow',
      Action: ['S3:GetObject'],
      Resource: 'arn:aws:s3:::a',
    }),
    codes: ['REDUNDANT_STATEMENT'],
    at: [{ code: 'REDUNDANT_STATEMENT', path: inStatement(0) }],
  },
  {
    name: 'REDUNDANT_STATEMENT not on another resource',
    policyType: 'IDENTITY_POLICY',
    nearMissOf: 'REDUNDANT_STATEMENT',
    policy: two({
      Sid: 'B',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: 'arn:aws:s3:::A',
    }),
    codes: [],
  },
];

function two(second: object): object {
  const first = { Sid: 'A', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a' };
  return { Version: '2012-10-17', Statement: [first, second] };
}

function fires(
  code: string,
  changes: object,
  path: readonly (string | number)[],
  span: string,
): LintCase {
  return {
    name: `${code} fires on ${JSON.stringify(changes)}`,
    policyType: 'IDENTITY_POLICY',
    policy: identityPolicy(changes),
    codes: [code],
    at: [{ code, path: inStatement(0, ...path), span }],
  };
}

function clean(code: string, changes: object): LintCase {
  return {
    name: `${code} not on ${JSON.stringify(changes)}`,
    policyType: 'IDENTITY_POLICY',
    nearMissOf: code,
    policy: identityPolicy(changes),
    codes: [],
  };
}
