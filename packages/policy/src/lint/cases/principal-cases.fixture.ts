import { inStatement, type LintCase } from '../lint-cases.fixture.ts';
import { identityPolicy, resourcePolicy, trustPolicy } from './sample-policies.fixture.ts';

const resource = { policyType: 'RESOURCE_POLICY' } as const;
const bucket = { ...resource, resourceType: 'AWS::S3::Bucket' } as const;
const trust = { ...resource, resourceType: 'AWS::IAM::AssumeRolePolicyDocument' } as const;
const scp = { policyType: 'SERVICE_CONTROL_POLICY' } as const;
const rcp = { policyType: 'RESOURCE_CONTROL_POLICY' } as const;

const role = 'arn:aws:iam::210987654321:role/reader';
const saml = 'arn:aws:iam::210987654321:saml-provider/office';

/** Principals, trust policies, and the policies of Organizations. */
export const principalCases: readonly LintCase[] = [
  {
    name: 'an account as a bare text',
    ...resource,
    policy: resourcePolicy({ Principal: '210987654321' }),
    codes: ['INVALID_PRINCIPAL_FORMAT'],
    at: [
      {
        code: 'INVALID_PRINCIPAL_FORMAT',
        path: inStatement(0, 'Principal'),
        span: '"210987654321"',
      },
    ],
  },
  {
    name: 'everyone as a bare text',
    ...resource,
    nearMissOf: 'INVALID_PRINCIPAL_FORMAT',
    policy: resourcePolicy({ Principal: '*' }),
    codes: [],
  },
  {
    name: 'a kind in the wrong case',
    ...resource,
    policy: resourcePolicy({ Principal: { Aws: role } }),
    codes: ['INVALID_PRINCIPAL_KEY'],
    at: [
      {
        code: 'INVALID_PRINCIPAL_KEY',
        path: inStatement(0, 'Principal', { key: 'Aws' }),
        span: '"Aws"',
      },
    ],
  },
  {
    name: 'a canonical user',
    ...resource,
    nearMissOf: 'INVALID_PRINCIPAL_KEY',
    policy: resourcePolicy({ Principal: { CanonicalUser: '79a59df900b949e55d96a1e698fbaced' } }),
    codes: [],
  },
  {
    name: 'a Principal in an identity policy',
    policyType: 'IDENTITY_POLICY',
    policy: identityPolicy({ Principal: '*' }),
    codes: ['UNSUPPORTED_PRINCIPAL'],
    at: [{ code: 'UNSUPPORTED_PRINCIPAL', path: inStatement(0, 'Principal'), span: '"*"' }],
  },
  {
    name: 'a Principal in a resource policy',
    ...resource,
    nearMissOf: 'UNSUPPORTED_PRINCIPAL',
    policy: resourcePolicy(),
    codes: [],
  },
  {
    name: 'roles by wildcard',
    ...resource,
    policy: resourcePolicy({ Principal: { AWS: [role, 'arn:aws:iam::210987654321:role/*'] } }),
    codes: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    at: [
      {
        code: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
        path: inStatement(0, 'Principal', 'AWS', 1),
        span: '"arn:aws:iam::210987654321:role/*"',
      },
    ],
  },
  {
    name: 'any service',
    ...resource,
    policy: resourcePolicy({ Principal: { Service: '*' } }),
    codes: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  },
  {
    name: 'everyone in a list',
    ...resource,
    nearMissOf: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    policy: resourcePolicy({ Principal: { AWS: ['*'] } }),
    codes: [],
  },
  {
    name: 'a role by its ID',
    ...resource,
    policy: resourcePolicy({ Principal: { AWS: 'AROAJQABLZS4A3QDU576Q' } }),
    codes: ['INVALID_ROLE_REFERENCE'],
    at: [
      {
        code: 'INVALID_ROLE_REFERENCE',
        path: inStatement(0, 'Principal', 'AWS'),
        span: '"AROAJQABLZS4A3QDU576Q"',
      },
    ],
  },
  {
    name: 'a role by its ARN',
    ...resource,
    nearMissOf: 'INVALID_ROLE_REFERENCE',
    policy: resourcePolicy({ Principal: { AWS: 'arn:aws:iam::210987654321:role/AROA' } }),
    codes: [],
  },
  {
    name: 'a user by its ID',
    ...resource,
    policy: resourcePolicy({ Principal: { AWS: ['AIDAJQABLZS4A3QDU576Q'] } }),
    codes: ['INVALID_USER_REFERENCE'],
    at: [
      {
        code: 'INVALID_USER_REFERENCE',
        path: inStatement(0, 'Principal', 'AWS', 0),
        span: '"AIDAJQABLZS4A3QDU576Q"',
      },
    ],
  },
  {
    name: 'a user by its ARN',
    ...resource,
    nearMissOf: 'INVALID_USER_REFERENCE',
    policy: resourcePolicy({ Principal: { AWS: 'arn:aws:iam::210987654321:user/AIDA' } }),
    codes: [],
  },
  {
    name: 'a SAML provider in a bucket policy',
    ...bucket,
    policy: resourcePolicy({ Principal: { Federated: saml } }),
    codes: ['FEDERATED_PRINCIPAL_NOT_SUPPORTED'],
    at: [
      {
        code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
        path: inStatement(0, 'Principal', 'Federated'),
        span: `"${saml}"`,
      },
    ],
  },
  {
    name: 'a SAML provider in a trust policy without its type',
    ...resource,
    nearMissOf: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    policy: trustPolicy({
      Action: 'sts:AssumeRoleWithSAML',
      Principal: { Federated: saml },
      Resource: '*',
    }),
    codes: [],
  },
  {
    name: 'NotPrincipal in a trust policy',
    ...trust,
    policy: {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', NotPrincipal: { AWS: role }, Action: 'sts:AssumeRole' },
    },
    codes: ['ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL'],
    at: [
      {
        code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
        path: inStatement(undefined, 'NotPrincipal'),
        span: `{"AWS":"${role}"}`,
      },
    ],
  },
  {
    name: 'NotPrincipal in a bucket policy',
    ...bucket,
    nearMissOf: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    policy: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Deny',
        NotPrincipal: { AWS: role },
        Action: 's3:GetObject',
        Resource: '*',
      },
    },
    codes: [],
  },
  {
    name: 'everyone in a trust policy',
    ...trust,
    policy: trustPolicy({ Principal: '*' }),
    codes: ['ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    at: [
      {
        code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
        path: inStatement(0, 'Principal'),
        span: '"*"',
      },
    ],
  },
  {
    name: 'everyone of AWS in a trust policy',
    ...trust,
    nearMissOf: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    policy: trustPolicy({ Principal: { AWS: '*' } }),
    codes: [],
  },
  {
    name: 'a Resource in a trust policy',
    ...trust,
    policy: trustPolicy({ Resource: '*' }),
    codes: ['ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'],
    at: [
      {
        code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
        path: inStatement(0, 'Resource'),
        span: '"*"',
      },
    ],
  },
  {
    name: 'no Resource in a trust policy',
    ...trust,
    nearMissOf: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    policy: trustPolicy(),
    codes: [],
  },
  {
    name: 'a federated principal that is a name',
    ...trust,
    policy: trustPolicy({ Action: 'sts:AssumeRoleWithSAML', Principal: { Federated: 'office' } }),
    codes: ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY'],
    at: [
      {
        code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
        path: inStatement(0, 'Principal', 'Federated'),
        span: '"office"',
      },
    ],
  },
  {
    name: 'a domain as federated principal',
    ...trust,
    nearMissOf: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    policy: trustPolicy({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
    }),
    codes: [],
  },
  {
    name: 'an OIDC provider with a path',
    ...trust,
    nearMissOf: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    policy: trustPolicy({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: {
        Federated:
          'arn:aws:iam::210987654321:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/E1F2',
      },
    }),
    codes: [],
  },
  {
    name: 'a role and one of its sessions',
    ...trust,
    policy: trustPolicy({
      Principal: { AWS: [role, 'arn:aws:sts::210987654321:assumed-role/reader/alice'] },
    }),
    codes: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    at: [
      {
        code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
        path: inStatement(0, 'Principal', 'AWS', 1),
        span: '"arn:aws:sts::210987654321:assumed-role/reader/alice"',
      },
    ],
  },
  {
    name: 'a role and a session of another one',
    ...trust,
    nearMissOf: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
    policy: trustPolicy({
      Principal: { AWS: [role, 'arn:aws:sts::210987654321:assumed-role/writer/alice'] },
    }),
    codes: [],
  },
  {
    name: 'a Principal in an SCP',
    ...scp,
    policy: resourcePolicy({ Effect: 'Deny', Principal: '*' }),
    codes: ['SCP_SYNTAX_ERROR_PRINCIPAL'],
    at: [{ code: 'SCP_SYNTAX_ERROR_PRINCIPAL', path: inStatement(0, 'Principal'), span: '"*"' }],
  },
  {
    name: 'an SCP with NotResource and Allow',
    ...scp,
    nearMissOf: 'SCP_SYNTAX_ERROR_PRINCIPAL',
    policy: {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'iam:*role',
        NotResource: 'arn:aws:iam::*:role/admin',
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      },
    },
    codes: [],
  },
  {
    name: 'a role in an RCP',
    ...rcp,
    policy: resourcePolicy({ Effect: 'Deny' }),
    codes: ['RCP_SYNTAX_ERROR_PRINCIPAL'],
    at: [
      {
        code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
        path: inStatement(0, 'Principal'),
        span: `{"AWS":"${role}"}`,
      },
    ],
  },
  {
    name: 'everyone in an RCP',
    ...rcp,
    nearMissOf: 'RCP_SYNTAX_ERROR_PRINCIPAL',
    policy: resourcePolicy({ Effect: 'Deny', Principal: '*' }),
    codes: [],
  },
  {
    name: 'an RCP that allows one bucket',
    ...rcp,
    policy: resourcePolicy({ Principal: '*' }),
    codes: ['RCP_SYNTAX_ERROR_ALLOW'],
    at: [
      {
        code: 'RCP_SYNTAX_ERROR_ALLOW',
        path: inStatement(0, 'Resource'),
        span: '"arn:aws:s3:::reports/*"',
      },
    ],
  },
  {
    name: 'an RCP that allows everything',
    ...rcp,
    nearMissOf: 'RCP_SYNTAX_ERROR_ALLOW',
    policy: resourcePolicy({ Principal: '*', Resource: '*' }),
    codes: [],
  },
  {
    name: 'NotAction in an RCP',
    ...rcp,
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: '*' }],
    },
    codes: ['RCP_SYNTAX_ERROR_NOTACTION'],
    at: [
      {
        code: 'RCP_SYNTAX_ERROR_NOTACTION',
        path: inStatement(0, 'NotAction'),
        span: '"s3:GetObject"',
      },
    ],
  },
  {
    name: 'NotAction in an SCP',
    ...scp,
    nearMissOf: 'RCP_SYNTAX_ERROR_NOTACTION',
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }],
    },
    codes: [],
  },
  {
    name: 'no principals as an object',
    ...resource,
    policy: resourcePolicy({ Principal: {} }),
    codes: ['EMPTY_OBJECT_PRINCIPAL'],
    at: [{ code: 'EMPTY_OBJECT_PRINCIPAL', path: inStatement(0, 'Principal'), span: '{}' }],
  },
  {
    name: 'some principals',
    ...resource,
    nearMissOf: 'EMPTY_OBJECT_PRINCIPAL',
    policy: resourcePolicy(),
    codes: [],
  },
  {
    name: 'no principals as a list',
    ...resource,
    policy: resourcePolicy({ Principal: { AWS: [] } }),
    codes: ['EMPTY_ARRAY_PRINCIPAL'],
    at: [{ code: 'EMPTY_ARRAY_PRINCIPAL', path: inStatement(0, 'Principal', 'AWS'), span: '[]' }],
  },
  {
    name: 'one principal in a list',
    ...resource,
    nearMissOf: 'EMPTY_ARRAY_PRINCIPAL',
    policy: resourcePolicy({ Principal: { AWS: [role] } }),
    codes: [],
  },
];
