import { inStatement, type LintCase } from '../lint-cases.fixture.ts';
import { identityPolicy, resourcePolicy, withCondition } from './sample-policies.fixture.ts';

const identity = { policyType: 'IDENTITY_POLICY' } as const;
const resource = { policyType: 'RESOURCE_POLICY' } as const;

function without(policy: object, name: string): object {
  return Object.fromEntries(Object.entries(policy).filter(([key]) => key !== name));
}

/** Version, Statement, types, elements, Effect, Sid, sizes. */
export const documentCases: readonly LintCase[] = [
  {
    name: 'no Version',
    ...identity,
    policy: '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
    codes: ['MISSING_VERSION'],
    at: [{ code: 'MISSING_VERSION', path: [], span: [0, 73] }],
  },
  {
    name: 'the older Version',
    ...identity,
    nearMissOf: 'MISSING_VERSION',
    policy: { ...identityPolicy(), Version: '2008-10-17' },
    codes: [],
  },
  {
    name: 'a Version that never was',
    ...identity,
    policy: { ...identityPolicy(), Version: '2012-10-18' },
    codes: ['INVALID_VERSION'],
    at: [{ code: 'INVALID_VERSION', path: [{ value: 'Version' }], span: '"2012-10-18"' }],
  },
  {
    name: 'the current Version',
    ...identity,
    nearMissOf: 'INVALID_VERSION',
    policy: identityPolicy(),
    codes: [],
  },
  {
    name: 'no Statement',
    ...identity,
    policy: { Version: '2012-10-17' },
    codes: ['MISSING_STATEMENT'],
    at: [{ code: 'MISSING_STATEMENT', path: [], span: '{"Version":"2012-10-17"}' }],
  },
  {
    name: 'an empty list of statements',
    ...identity,
    policy: { Version: '2012-10-17', Statement: [] },
    codes: ['MISSING_STATEMENT'],
  },
  {
    name: 'one statement outside of a list',
    ...identity,
    nearMissOf: 'MISSING_STATEMENT',
    policy: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    },
    codes: [],
  },
  {
    name: 'a Version that is a number',
    ...identity,
    policy: { ...identityPolicy(), Version: 20121017 },
    codes: ['DATA_TYPE_MISMATCH'],
    at: [{ code: 'DATA_TYPE_MISMATCH', path: [{ value: 'Version' }], span: '20121017' }],
  },
  {
    name: 'a Resource that is an object',
    ...identity,
    policy: identityPolicy({ Action: 'iam:PassRole', Resource: { NotAValid: 'Resource' } }),
    codes: ['DATA_TYPE_MISMATCH'],
    at: [
      {
        code: 'DATA_TYPE_MISMATCH',
        path: inStatement(0, 'Resource'),
        span: '{"NotAValid":"Resource"}',
      },
    ],
  },
  {
    name: 'a statement that is a text',
    ...identity,
    policy: { Version: '2012-10-17', Statement: ['Allow'] },
    codes: ['DATA_TYPE_MISMATCH'],
    at: [{ code: 'DATA_TYPE_MISMATCH', path: inStatement(0), span: '"Allow"' }],
  },
  {
    name: 'an action that is a number',
    ...identity,
    policy: identityPolicy({ Action: ['s3:GetObject', 5] }),
    codes: ['DATA_TYPE_MISMATCH'],
    at: [{ code: 'DATA_TYPE_MISMATCH', path: inStatement(0, 'Action', 1), span: '5' }],
  },
  {
    name: 'null as the value of a key',
    ...identity,
    policy: withCondition({ StringEquals: { 'aws:PrincipalTag/team': null } }),
    codes: ['DATA_TYPE_MISMATCH'],
    at: [
      {
        code: 'DATA_TYPE_MISMATCH',
        path: inStatement(0, 'Condition', 'StringEquals', 'aws:PrincipalTag/team'),
        span: 'null',
      },
    ],
  },
  {
    name: 'booleans and numbers as values of keys',
    ...identity,
    nearMissOf: 'DATA_TYPE_MISMATCH',
    policy: withCondition({
      Bool: { 'aws:SecureTransport': true },
      NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 },
    }),
    codes: [],
  },
  {
    name: 'a misspelt element',
    ...resource,
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principle: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::reports/*',
        },
      ],
    },
    codes: ['INVALID_POLICY_ELEMENT', 'MISSING_PRINCIPAL'],
    at: [
      {
        code: 'INVALID_POLICY_ELEMENT',
        path: inStatement(0, { key: 'Principle' }),
        span: '"Principle"',
      },
      { code: 'MISSING_PRINCIPAL', path: inStatement(0) },
    ],
  },
  {
    name: 'an element of the policy that there is not',
    ...identity,
    policy: { ...identityPolicy(), Comment: 'x' },
    codes: ['INVALID_POLICY_ELEMENT'],
    at: [{ code: 'INVALID_POLICY_ELEMENT', path: [{ key: 'Comment' }], span: '"Comment"' }],
  },
  {
    name: 'an Id',
    ...resource,
    nearMissOf: 'INVALID_POLICY_ELEMENT',
    policy: { ...resourcePolicy(), Id: 'reports' },
    codes: [],
  },
  {
    name: 'Action and NotAction',
    ...identity,
    policy: identityPolicy({ NotAction: 's3:PutObject' }),
    codes: ['UNSUPPORTED_ELEMENT_COMBINATION'],
    at: [
      {
        code: 'UNSUPPORTED_ELEMENT_COMBINATION',
        path: inStatement(0, 'Action'),
        span: '"s3:GetObject"',
      },
    ],
  },
  {
    name: 'NotAction alone',
    ...identity,
    nearMissOf: 'UNSUPPORTED_ELEMENT_COMBINATION',
    policy: withoutElement(identityPolicy({ NotAction: 's3:PutObject' }), 'Action'),
    codes: [],
  },
  ...missing('Effect', 'MISSING_EFFECT'),
  ...missing('Action', 'MISSING_ACTION'),
  ...missing('Resource', 'MISSING_RESOURCE'),
  {
    name: 'NotAction for Action',
    ...identity,
    nearMissOf: 'MISSING_ACTION',
    policy: withoutElement(identityPolicy({ NotAction: 'iam:*' }), 'Action'),
    codes: [],
  },
  {
    name: 'NotResource for Resource',
    ...identity,
    nearMissOf: 'MISSING_RESOURCE',
    policy: withoutElement(identityPolicy({ NotResource: 'arn:aws:s3:::secrets/*' }), 'Resource'),
    codes: [],
  },
  {
    name: 'a trust policy has no Resource',
    ...resource,
    resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
    nearMissOf: 'MISSING_RESOURCE',
    policy: withoutElement(resourcePolicy({ Action: 'sts:AssumeRole' }), 'Resource'),
    codes: [],
  },
  {
    name: 'an Effect of the wrong type is there',
    ...identity,
    nearMissOf: 'MISSING_EFFECT',
    policy: identityPolicy({ Effect: true }),
    codes: ['DATA_TYPE_MISMATCH'],
  },
  {
    name: 'an identity policy has no Principal',
    ...identity,
    nearMissOf: 'MISSING_PRINCIPAL',
    policy: identityPolicy(),
    codes: [],
  },
  {
    name: 'Effect in lower case',
    policyType: 'SERVICE_CONTROL_POLICY',
    policy: identityPolicy({ Effect: 'allow' }),
    codes: ['INVALID_EFFECT'],
    at: [{ code: 'INVALID_EFFECT', path: inStatement(0, 'Effect'), span: '"allow"' }],
  },
  {
    name: 'Effect Deny',
    ...identity,
    nearMissOf: 'INVALID_EFFECT',
    policy: identityPolicy({ Effect: 'Deny' }),
    codes: [],
  },
  {
    name: 'an empty Sid',
    ...identity,
    policy: identityPolicy({ Sid: '' }),
    codes: ['EMPTY_SID_VALUE'],
    at: [{ code: 'EMPTY_SID_VALUE', path: inStatement(0, 'Sid'), span: '""' }],
  },
  {
    name: 'a Sid of one letter',
    ...identity,
    nearMissOf: 'EMPTY_SID_VALUE',
    policy: identityPolicy({ Sid: 'a' }),
    codes: [],
  },
  {
    name: 'a Sid with a hyphen',
    ...identity,
    policy: identityPolicy({ Sid: 'read-reports' }),
    codes: ['UNSUPPORTED_SID'],
    at: [{ code: 'UNSUPPORTED_SID', path: inStatement(0, 'Sid'), span: '"read-reports"' }],
  },
  {
    name: 'a Sid with spaces in a key policy',
    ...resource,
    nearMissOf: 'UNSUPPORTED_SID',
    policy: resourcePolicy({ Sid: 'Enable IAM User Permissions' }),
    codes: [],
  },
  {
    name: 'a Sid twice in an identity policy',
    ...identity,
    policy: twice('Read', 'Read'),
    codes: ['UNIQUE_SIDS_REQUIRED'],
    at: [{ code: 'UNIQUE_SIDS_REQUIRED', path: inStatement(0, 'Sid'), span: '"Read"' }],
  },
  {
    name: 'Sids that differ in case',
    ...identity,
    nearMissOf: 'UNIQUE_SIDS_REQUIRED',
    policy: twice('Read', 'read'),
    codes: [],
  },
  {
    name: 'a Sid twice in a resource policy',
    ...resource,
    policy: withPrincipals(twice('Read', 'Read')),
    codes: ['UNIQUE_SIDS_RECOMMENDED'],
    at: [{ code: 'UNIQUE_SIDS_RECOMMENDED', path: inStatement(0, 'Sid'), span: '"Read"' }],
  },
  {
    name: 'no Sids in a resource policy',
    ...resource,
    nearMissOf: 'UNIQUE_SIDS_RECOMMENDED',
    policy: resourcePolicy(),
    codes: [],
  },
  ...sizes('IDENTITY_POLICY', 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 10_240),
  ...sizes('SERVICE_CONTROL_POLICY', 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', 10_240),
  ...sizes('RESOURCE_POLICY', 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 20_480),
  ...sizes('RESOURCE_CONTROL_POLICY', 'POLICY_SIZE_EXCEEDS_RCP_QUOTA', 5_120),
  ...sizes(
    'RESOURCE_POLICY',
    'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    2_048,
    'AWS::IAM::AssumeRolePolicyDocument',
  ),
];

function withoutElement(policy: object, name: string): object {
  const [statement] =
    'Statement' in policy && Array.isArray(policy.Statement) ? policy.Statement : [];
  return { ...policy, Statement: [without(Object(statement), name)] };
}

function missing(element: string, code: string): readonly LintCase[] {
  return [
    {
      name: `no ${element}`,
      ...identity,
      policy: withoutElement(identityPolicy(), element),
      codes: [code],
      at: [{ code, path: inStatement(0) }],
    },
  ];
}

function twice(first: string, second: string): object {
  const statement = { Effect: 'Allow', Resource: '*' };
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: first, ...statement, Action: 's3:GetObject' },
      { Sid: second, ...statement, Action: 's3:PutObject' },
    ],
  };
}

function withPrincipals(policy: object): object {
  const statements =
    'Statement' in policy && Array.isArray(policy.Statement) ? policy.Statement : [];
  return {
    ...policy,
    Statement: statements.map((statement) => ({ ...Object(statement), Principal: '*' })),
  };
}

function sizes(
  policyType: LintCase['policyType'],
  code: string,
  quota: number,
  resourceType?: LintCase['resourceType'],
): readonly LintCase[] {
  const target = resourceType === undefined ? { policyType } : { policyType, resourceType };
  return [
    {
      name: `${code}: one over`,
      ...target,
      policy: ofSize(policyType, quota + 1, resourceType),
      codes: [code],
      at: [{ code, path: [], span: [0, quota + 1] }],
    },
    {
      name: `${code}: just fits`,
      ...target,
      nearMissOf: code,
      policy: ofSize(policyType, quota, resourceType),
      codes: [],
    },
  ];
}

function ofSize(policyType: string, size: number, resourceType?: string): string {
  const principal =
    policyType === 'RESOURCE_POLICY' || policyType === 'RESOURCE_CONTROL_POLICY'
      ? '"Principal":"*",'
      : '';
  const isTrust = resourceType !== undefined;
  const start = isTrust
    ? '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalTag/a":"'
    : `{"Version":"2012-10-17","Statement":[{"Effect":"Deny",${principal}"Action":"s3:GetObject","Resource":"arn:aws:s3:::`;
  const end = isTrust ? '"}}}]}' : '"}]}';
  return `${start}${'x'.repeat(size - start.length - end.length)}${end}`;
}
