import { inStatement, type LintCase } from '../lint-cases.fixture.ts';
import { identityPolicy, withCondition } from './sample-policies.fixture.ts';

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const team = 'aws:PrincipalTag/team';
const time = 'aws:CurrentTime';
const age = 'aws:MultiFactorAuthAge';
const ip = 'aws:SourceIp';

/** Operators, keys and values of Condition. */
export const conditionCases: readonly LintCase[] = [
  ...operator('INVALID_CONDITION_OPERATOR', 'StringMatches', 'StringEqualsIgnoreCase'),
  ...operator('NULL_WITH_IF_EXISTS', 'NullIfExists', 'Null', 'true'),
  ...operator('NULL_WITH_QUALIFIER', 'ForAnyValue:Null', 'Null', 'true'),
  fires(
    'INVALID_CONDITION_KEY_FORMAT',
    { StringEquals: { SourceVpc: 'a' } },
    [{ key: 'SourceVpc' }],
    '"SourceVpc"',
  ),
  clean('INVALID_CONDITION_KEY_FORMAT', {
    StringEquals: { 'oidc.eks.eu-central-1.amazonaws.com/id/E1:sub': 'a' },
  }),
  fires(
    'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    { StringEquals: { 'aws:username': 'a', 'AWS:UserName': 'b' } },
    [{ key: 'aws:username' }],
    '"aws:username"',
  ),
  clean('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', {
    StringEquals: { 'aws:username': 'a' },
    StringNotEquals: { 'AWS:UserName': 'b' },
  }),
  fires(
    'INVALID_CONDITION_DATA_TYPE',
    { StringEquals: { [team]: ['1', 2] } },
    [{ value: team }],
    '["1",2]',
  ),
  clean('INVALID_CONDITION_DATA_TYPE', { StringEquals: { [team]: ['1', '2'] } }),
  fires(
    'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    { Bool: { 'aws:SecureTransport': ['true', 'false'] } },
    [{ value: 'aws:SecureTransport' }],
    '["true","false"]',
  ),
  clean('INVALID_CONDITION_MULTIPLE_BOOLEAN', { Bool: { 'aws:SecureTransport': ['true'] } }),
  fires('EMPTY_ARRAY_CONDITION', { StringEquals: { [team]: [] } }, [{ value: team }], '[]'),
  clean('EMPTY_ARRAY_CONDITION', { StringEquals: { [team]: '' } }),
  fires(
    'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } },
    [{ value: 'aws:TagKeys' }],
    '[]',
  ),
  clean('EMPTY_ARRAY_CONDITION_FORALLVALUES', {
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] },
  }),
  fires(
    'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } },
    [{ value: 'aws:TagKeys' }],
    '[]',
  ),
  clean('EMPTY_ARRAY_CONDITION_FORANYVALUE', {
    'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] },
  }),
  fires(
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    { StringEqualsIfExists: { [team]: [] } },
    [{ value: team }],
    '[]',
  ),
  clean('EMPTY_ARRAY_CONDITION_IFEXISTS', { StringEqualsIfExists: { [team]: ['a'] } }),
  {
    name: 'EMPTY_OBJECT_CONDITION fires',
    policyType: 'IDENTITY_POLICY',
    policy: withCondition({}),
    codes: ['EMPTY_OBJECT_CONDITION'],
    at: [{ code: 'EMPTY_OBJECT_CONDITION', path: inStatement(0, 'Condition'), span: '{}' }],
  },
  clean('EMPTY_OBJECT_CONDITION', { StringEquals: { [team]: 'a' } }),
  fires(
    'TYPE_MISMATCH_BOOLEAN',
    { Bool: { 'aws:SecureTransport': 'yes' } },
    [{ value: 'aws:SecureTransport' }],
    '"yes"',
  ),
  clean('TYPE_MISMATCH_BOOLEAN', { Bool: { 'aws:SecureTransport': false } }),
  fires(
    'TYPE_MISMATCH_NUMBER',
    { NumericLessThan: { [age]: ['1h'] } },
    [{ value: age }, { index: 0 }],
    '"1h"',
  ),
  clean('TYPE_MISMATCH_NUMBER', { NumericLessThan: { [age]: '3600' } }),
  fires(
    'TYPE_MISMATCH_DATE',
    { DateLessThan: { [time]: 'next year' } },
    [{ value: time }],
    '"next year"',
  ),
  fires(
    'TYPE_MISMATCH_DATE',
    { DateLessThan: { [time]: '2023-02-29' } },
    [{ value: time }],
    '"2023-02-29"',
  ),
  clean('TYPE_MISMATCH_DATE', { DateLessThan: { [time]: '2024-02-29T23:59:59Z' } }),
  clean('TYPE_MISMATCH_DATE', { DateLessThan: { [time]: '1997-07-16T19:20:30+01:00' } }),
  fires('INVALID_DATE_VALUE', { DateGreaterThan: { [time]: '2021' } }, [{ value: time }], '"2021"'),
  clean('INVALID_DATE_VALUE', { DateGreaterThan: { [time]: '2022-12-31' } }),
  fires(
    'TYPE_MISMATCH_STRING',
    { BinaryEquals: { 's3:x': 'no base64!' } },
    [{ value: 's3:x' }],
    '"no base64!"',
  ),
  clean('TYPE_MISMATCH_STRING', { BinaryEquals: { 's3:x': 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' } }),
  fires(
    'TYPE_MISMATCH_IP_RANGE',
    { IpAddress: { [ip]: ['192.0.2.0/24', 'office'] } },
    [{ value: ip }, { index: 1 }],
    '"office"',
  ),
  fires(
    'TYPE_MISMATCH_IP_RANGE',
    { NotIpAddress: { [ip]: '192.0.2.0/33' } },
    [{ value: ip }],
    '"192.0.2.0/33"',
  ),
  clean('TYPE_MISMATCH_IP_RANGE', {
    IpAddress: { [ip]: ['192.0.2.1', '2001:DB8:1234:5678::/64', '::ffff:192.0.2.1'] },
  }),
  fires(
    'IMPROVE_IP_RANGE',
    { IpAddress: { [ip]: '198.51.100.3/8' } },
    [{ value: ip }],
    '"198.51.100.3/8"',
  ),
  clean('IMPROVE_IP_RANGE', { IpAddress: { [ip]: '198.51.100.3/32' } }),
  fires(
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
    { StringEquals: { [team]: 'admin-*' } },
    [{ value: team }],
    '"admin-*"',
  ),
  clean('WILDCARD_WITHOUT_LIKE_OPERATOR', { StringLike: { [team]: 'admin-*' } }),
  clean('WILDCARD_WITHOUT_LIKE_OPERATOR', { StringEquals: { [team]: 'admin-${*}' } }),
  clean('WILDCARD_WITHOUT_LIKE_OPERATOR', {
    ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a' },
  }),
  fires(
    'REDUNDANT_CONDITION_VALUE_NUM',
    { NumericLessThan: { [age]: ['2700', '3600'] } },
    [{ value: age }],
    '["2700","3600"]',
  ),
  clean('REDUNDANT_CONDITION_VALUE_NUM', { NumericEquals: { [age]: ['2700', '3600'] } }),
  fires(
    'INVALID_VARIABLE_FOR_OPERATOR',
    { NumericEquals: { [age]: '${aws:PrincipalTag/age}' } },
    [{ value: age }],
    '"${aws:PrincipalTag/age}"',
  ),
  clean('INVALID_VARIABLE_FOR_OPERATOR', { StringEquals: { [team]: '${aws:username}' } }),
  ...variable('MISSING_BRACE_IN_VARIABLE', 'reports/${aws:username', 'reports/$aws:username'),
  ...variable(
    'MISSING_QUOTE_IN_VARIABLE',
    "${aws:PrincipalTag/team, 'x}",
    "${aws:PrincipalTag/team, 'x'}",
  ),
  ...variable('UNSUPPORTED_SPACE_IN_VARIABLE', '${aws:user name}', "${aws:username, 'a b'}"),
  ...variable('EMPTY_VARIABLE', 'reports/${}', 'reports/${$}{}'),
  ...inVersion('VARIABLE_UNSUPPORTED_IN_VERSION', '${aws:username}', '${*}'),
  {
    name: 'a variable in Action',
    policyType: 'IDENTITY_POLICY',
    policy: identityPolicy({ Action: ['s3:${aws:username}'] }),
    codes: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
    at: [
      {
        code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
        path: inStatement(0, 'Action', 0),
        span: '"s3:${aws:username}"',
      },
    ],
  },
  {
    name: 'a variable in Resource',
    policyType: 'IDENTITY_POLICY',
    nearMissOf: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
    policy: identityPolicy({ Resource: 'arn:aws:iam::*:user/${aws:username}' }),
    codes: [],
  },
];

function fires(code: string, blocks: Blocks, path: readonly Step[], span: string): LintCase {
  const [name = ''] = Object.keys(blocks);
  return {
    name: `${code} fires on ${JSON.stringify(blocks)}`,
    policyType: 'IDENTITY_POLICY',
    policy: withCondition(blocks),
    codes: [code],
    at: [{ code, path: inStatement(0, 'Condition', name, ...path), span }],
  };
}

type Step = { readonly key: string } | { readonly value: string } | { readonly index: number };

function clean(code: string, blocks: Blocks): LintCase {
  return {
    name: `${code} not on ${JSON.stringify(blocks)}`,
    policyType: 'IDENTITY_POLICY',
    nearMissOf: code,
    policy: withCondition(blocks),
    codes: [],
  };
}

function operator(code: string, wrong: string, right: string, value = 'a'): readonly LintCase[] {
  const key = 'aws:PrincipalTag/team';
  return [
    {
      name: `${code} fires on ${wrong}`,
      policyType: 'IDENTITY_POLICY',
      policy: withCondition({ [wrong]: { [key]: value } }),
      codes: [code],
      at: [{ code, path: inStatement(0, 'Condition', { key: wrong }), span: `"${wrong}"` }],
    },
    clean(code, { [right]: { [key]: value } }),
  ];
}

function variable(code: string, wrong: string, right: string): readonly LintCase[] {
  const arn = (text: string) => `arn:aws:s3:::bucket/${text}`;
  return [
    {
      name: `${code} fires on ${wrong}`,
      policyType: 'IDENTITY_POLICY',
      policy: identityPolicy({ Resource: arn(wrong) }),
      codes: [code],
      at: [{ code, path: inStatement(0, 'Resource'), span: JSON.stringify(arn(wrong)) }],
    },
    {
      name: `${code} not on ${right}`,
      policyType: 'IDENTITY_POLICY',
      nearMissOf: code,
      policy: identityPolicy({ Resource: arn(right) }),
      codes: [],
    },
  ];
}

function inVersion(code: string, wrong: string, right: string): readonly LintCase[] {
  const older = (text: string) => ({
    Version: '2008-10-17',
    Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::bucket/${text}` },
  });
  return [
    {
      name: `${code} fires on ${wrong}`,
      policyType: 'IDENTITY_POLICY',
      policy: older(wrong),
      codes: [code],
      at: [{ code, path: inStatement(undefined, 'Resource') }],
    },
    {
      name: `${code} not on ${right}`,
      policyType: 'IDENTITY_POLICY',
      nearMissOf: code,
      policy: older(right),
      codes: [],
    },
  ];
}
