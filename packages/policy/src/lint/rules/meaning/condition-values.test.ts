import { expect, it } from 'vitest';
import type { PolicyType } from '../../../language/policy-kind.ts';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

type Row = readonly [
  codes: string,
  operator: string,
  key: string,
  value: unknown,
  type?: PolicyType,
];

const subject = 'token.actions.githubusercontent.com:sub';
const kmsKey = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const rows: readonly Row[] = [
  ['PRIVATE_IP_ADDRESS', 'IpAddress', 'aws:SourceIp', '10.0.0.0/8'],
  ['PRIVATE_IP_ADDRESS', 'IpAddressIfExists', 'AWS:sourceip', ['172.31.0.1', '192.168.0.0/16']],
  ['PRIVATE_IP_ADDRESS', 'IpAddress', 'aws:SourceIp', 'fd00::/8'],
  ['', 'IpAddress', 'aws:SourceIp', '203.0.113.0/24'],
  ['', 'IpAddress', 'aws:SourceIp', ['172.32.0.0/16', '172.0.0.0/8', '0.0.0.0/0', '::/0']],
  ['', 'IpAddress', 'aws:SourceIp', ['10.0.0.0/8', 'office']],
  ['', 'IpAddress', 'ec2:SourceIp', '10.0.0.0/8'],
  ['', 'IpAddress', 'aws:SourceIp', []],
  ['PRIVATE_IP_ADDRESS_SUBSET', 'IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '203.0.113.0/24']],
  ['PRIVATE_NOT_IP_ADDRESS', 'NotIpAddress', 'aws:SourceIp', '192.168.1.0/24'],
  ['', 'NotIpAddress', 'aws:SourceIp', '192.0.2.0/24'],
  ['PRIVATE_NOT_IP_ADDRESS_SUBSET', 'NotIpAddress', 'aws:SourceIp', ['10.1.2.3', '192.0.2.1']],
  ['', 'NotIpAddress', 'aws:SourceIp', ['192.0.2.1', '198.51.100.0/24']],

  ['INVALID_VPC_FORMAT', 'StringEquals', 'aws:SourceVpc', 'vpc-1'],
  ['INVALID_VPC_FORMAT', 'StringNotEqualsIfExists', 'aws:SourceVPC', 'vpce-12345678'],
  ['', 'StringEquals', 'aws:SourceVpc', ['vpc-111bbb22', 'vpc-1234567890abcdef0']],
  ['', 'StringEquals', 'ec2:Vpc', 'vpc-1'],
  ['', 'Null', 'aws:SourceVpc', 'true'],
  ['INVALID_VPCE_FORMAT', 'StringEquals', 'aws:SourceVpce', 'vpc-12345678'],
  ['', 'StringEquals', 'aws:SourceVpce', 'vpce-12345678'],
  ['INVALID_KMS_KEY_VALUE', 'StringEquals', kmsKey, 'alias/x'],
  [
    'INVALID_KMS_KEY_VALUE',
    'StringNotEquals',
    kmsKey,
    'arn:aws:kms:eu-west-1:123456789012:alias/x',
  ],
  ['', 'StringEquals', kmsKey, keyArn],
  ['', 'ArnLike', kmsKey, 'arn:aws:kms:*:123456789012:key/*'],

  ['WILDCARD_USAGE_TOO_PERMISSIVE', 'StringLike', 'aws:SourceAccount', '1234567*'],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', 'StringNotLike', 'aws:PrincipalOrgID', 'o-a1b2c3?'],
  ['', 'StringEquals', 'aws:SourceAccount', '1*'],
  ['', 'StringLike', 'aws:ResourceTag/team', 'a*'],
  ['', 'StringLike', 's3:prefix', '${aws:username}/*'],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', 'StringLike', 'aws:userid', 'AROAEXAMPLE*'],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', 'StringNotLike', 'aws:userId', 'AROA*:session'],
  ['', 'StringLike', 'aws:userid', ['AROAEXAMPLE:*', '*:session', '*:*']],
  [
    'VARIABLE_USAGE_TOO_PERMISSIVE',
    'StringEquals',
    'aws:PrincipalOrgID',
    '${aws:PrincipalTag/org}',
  ],
  ['', 'StringEquals', 'aws:ResourceAccount', '${aws:PrincipalAccount}'],
  ['', 'StringEquals', 'aws:ResourceTag/owner', '${aws:username}'],
  ['VARIABLE_USAGE_TOO_PERMISSIVE', 'StringEquals', 'aws:userid', 'x${aws:PrincipalTag/a}:b'],
  ['', 'StringEquals', 'aws:userid', 'AROAEXAMPLE:${aws:PrincipalTag/a}'],
  ['WILDCARD_USAGE_TOO_PERMISSIVE', 'StringLike', subject, 'repo:*@31/x', 'RESOURCE_POLICY'],
  [
    'WILDCARD_USAGE_TOO_PERMISSIVE',
    'StringLike',
    subject,
    'repo:org@*/abc@*:ref',
    'RESOURCE_POLICY',
  ],
  ['', 'StringLike', subject, 'repo:org@*/abcd@*:ref', 'RESOURCE_POLICY'],
  ['', 'StringLike', subject, 'repo:*', 'IDENTITY_POLICY'],
  [
    'VARIABLE_USAGE_TOO_PERMISSIVE',
    'StringEquals',
    subject,
    'repo:${aws:PrincipalTag/repo}',
    'RESOURCE_POLICY',
  ],

  ['EQUIVALENT_TO_NULL_FALSE', 'StringLike', 'aws:PrincipalTag/team', '*'],
  ['EQUIVALENT_TO_NULL_FALSE', 'ArnLike', 'aws:PrincipalArn', ['arn:x', '**']],
  ['EQUIVALENT_TO_NULL_FALSE', 'ForAnyValue:StringLike', 'aws:TagKeys', '*'],
  ['', 'StringLike', 'aws:PrincipalTag/team', '?*'],
  ['', 'StringEquals', 'aws:PrincipalTag/team', '*'],
  ['', 'ArnLike', 'aws:PrincipalArn', 'arn:*'],
  ['EQUIVALENT_TO_NULL_TRUE', 'StringNotLike', 'aws:PrincipalTag/team', '*'],
  ['EQUIVALENT_TO_NULL_TRUE', 'StringNotLikeIfExists', 'aws:PrincipalTag/team', '*'],
  ['EQUIVALENT_TO_NULL_TRUE', 'ForAllValues:StringNotLike', 'aws:TagKeys', '*'],
  ['', 'StringNotLike', 'aws:PrincipalTag/team', 'blue*'],
  ['REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', 'StringLikeIfExists', 'aws:PrincipalTag/a', '*'],
  ['REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', 'ForAllValues:StringLike', 'aws:TagKeys', '*'],
  ['', 'ForAllValues:StringLike', 'aws:TagKeys', 'eks*'],
  [
    'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    'ForAnyValue:StringNotLike',
    'aws:TagKeys',
    ['*'],
  ],
  ['', 'ForAnyValue:StringNotLike', 'aws:TagKeys', 'eks*'],
];

const cases = rows.map(([codes, operator, key, value, policyType = 'IDENTITY_POLICY']) => ({
  name: `${codes || 'nothing'}: ${operator} ${key} ${JSON.stringify(value)}`,
  policyType,
  policy: policyWith({ [operator]: { [key]: value } }),
  codes: codes === '' ? [] : [codes],
}));

it.each<LintCase>(cases)('$name', (lintCase) => {
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});

function policyWith(condition: object): object {
  const statement = { Effect: 'Allow', Action: 'ec2:Run', Resource: '*', Condition: condition };
  return { Version: '2012-10-17', Statement: [statement] };
}

const places: readonly LintCase[] = [
  {
    name: 'the value that is a lone star',
    policyType: 'IDENTITY_POLICY',
    policy: policyWith({ StringLike: { 'aws:ResourceTag/a': ['*'] } }),
    codes: ['EQUIVALENT_TO_NULL_FALSE'],
    at: [
      {
        code: 'EQUIVALENT_TO_NULL_FALSE',
        path: inStatement(0, 'Condition', 'StringLike', 'aws:ResourceTag/a', 0),
        span: '"*"',
      },
    ],
  },
  {
    name: 'each wrong identifier',
    policyType: 'IDENTITY_POLICY',
    policy: policyWith({ StringEquals: { 'aws:SourceVpc': ['vpc-12345678', 'x', 'y'] } }),
    codes: ['INVALID_VPC_FORMAT', 'INVALID_VPC_FORMAT'],
    at: [
      {
        code: 'INVALID_VPC_FORMAT',
        path: inStatement(0, 'Condition', 'StringEquals', 'aws:SourceVpc', 1),
        span: '"x"',
      },
    ],
  },
  {
    name: 'no variables before 2012',
    policyType: 'IDENTITY_POLICY',
    policy: {
      Version: '2008-10-17',
      Statement: [
        { Effect: 'Allow', Condition: { StringEquals: { 'aws:PrincipalOrgID': '${aws:x}' } } },
      ],
    },
    codes: [],
  },
];

it.each(places)('$name', (lintCase) => {
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});
