import { expect, it } from 'vitest';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

const role = 'arn:aws:iam::123456789012:role';
const linked = 'arn:aws:iam::*:role/aws-service-role';

function allow(statement: object): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

function passRole(statement: object): object {
  return allow({ Action: 'iam:PassRole', ...statement });
}

function createLinked(statement: object): object {
  return allow({ Action: 'iam:CreateServiceLinkedRole', ...statement });
}

const cases: readonly Omit<LintCase, 'policyType'>[] = [
  {
    name: 'everything on everything',
    policy: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
    codes: [
      'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    ],
    at: [
      {
        code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
        path: inStatement(undefined, 'Action'),
        span: '"*"',
      },
    ],
  },
  {
    name: 'wildcards in other letters',
    policy: allow({ Action: ['s3:*', 'IAM:p?ssR*'], Resource: '*' }),
    codes: ['PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE'],
    at: [
      {
        code: 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
        path: inStatement(0, 'Action', 1),
        span: '"IAM:p?ssR*"',
      },
    ],
  },
  {
    name: 'a wildcard that covers another action',
    policy: allow({ Action: 'iam:PassRoles*', Resource: '*' }),
    codes: [],
  },
  {
    name: 'any role',
    policy: passRole({ Resource: '*' }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'any role of an account',
    policy: passRole({ Resource: [`${role}/x`, `${role}/*`] }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'any role of the account of the caller',
    policy: passRole({ Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/*' }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'any resource of IAM',
    policy: passRole({ Resource: 'arn:aws:iam::*:*' }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  { name: 'roles by prefix', policy: passRole({ Resource: `${role}/Service*` }), codes: [] },
  { name: 'roles below a path', policy: passRole({ Resource: `${role}/app/*` }), codes: [] },
  {
    name: 'one role of any account',
    policy: passRole({ Resource: 'arn:aws:iam::*:role/app' }),
    codes: [],
  },
  { name: 'users, not roles', policy: passRole({ Resource: 'arn:aws:iam::*:user/*' }), codes: [] },
  { name: 'another service', policy: passRole({ Resource: 'arn:aws:s3:::*' }), codes: [] },
  {
    name: 'to a service',
    policy: passRole({
      Resource: '*',
      Condition: { StringLike: { 'iam:passedToService': 'ec2.amazonaws.com*' } },
    }),
    codes: [],
  },
  {
    name: 'to a service, if any',
    policy: passRole({
      Resource: '*',
      Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'to Lambda, if any',
    policy: passRole({
      Resource: '*',
      Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    }),
    codes: [],
  },
  {
    name: 'to every other service',
    policy: passRole({
      Resource: '*',
      Condition: { StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'for one resource',
    policy: passRole({
      Resource: '*',
      Condition: { ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:*:*:instance/x' } },
    }),
    codes: [],
  },
  {
    name: 'under a condition on something else',
    policy: passRole({
      Resource: '*',
      Condition: {
        'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' },
      },
    }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'denied',
    policy: { Statement: [{ Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }] },
    codes: [],
  },
  {
    name: 'a resource of the wrong type',
    policy: passRole({ Resource: { NotAValid: 'Resource' } }),
    codes: [],
  },
  {
    name: 'all resources but one',
    policy: passRole({ NotResource: `${role}/admin` }),
    codes: ['PASS_ROLE_WITH_NOT_RESOURCE'],
    at: [{ code: 'PASS_ROLE_WITH_NOT_RESOURCE', path: inStatement(0, 'Action') }],
  },
  {
    name: 'all resources but roles',
    policy: passRole({ NotResource: 'arn:aws:iam::*:role/*' }),
    codes: [],
  },
  {
    name: 'a wildcard and NotResource',
    policy: allow({ Action: 'iam:*', NotResource: `${role}/admin` }),
    codes: [
      'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
    ],
  },
  {
    name: 'NotAction and NotResource',
    policy: allow({ NotAction: 's3:*', NotResource: [`${role}/admin`] }),
    codes: [
      'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
      'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
    ],
  },
  {
    name: 'NotAction on everything',
    policy: allow({ NotAction: ['s3:*'], Resource: '*' }),
    codes: [
      'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    ],
    at: [
      {
        code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
        path: inStatement(0, 'NotAction'),
        span: '["s3:*"]',
      },
    ],
  },
  {
    name: 'NotAction that leaves IAM out',
    policy: allow({ NotAction: ['iam:*'], Resource: '*' }),
    codes: [],
  },
  {
    name: 'named beside a wildcard',
    policy: allow({ Action: ['iam:PassRole', 'iam:Pass*'], Resource: '*' }),
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE', 'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE'],
  },
  {
    name: 'any service-linked role',
    policy: createLinked({ Resource: `${linked}/*` }),
    codes: ['CREATE_SLR_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'service-linked roles of a service',
    policy: createLinked({ Resource: `${linked}/ecs.amazonaws.com/*` }),
    codes: [],
  },
  {
    name: 'service-linked roles of a named service',
    policy: createLinked({
      Resource: '*',
      Condition: { StringLike: { 'iam:AWSServiceName': ['cloud9.amazonaws.com'] } },
    }),
    codes: [],
  },
  {
    name: 'service-linked roles by a pattern of services',
    policy: createLinked({
      Resource: '*',
      Condition: { StringLike: { 'iam:AWSServiceName': ['*a4b.amazonaws.com'] } },
    }),
    codes: ['CREATE_SLR_WITH_STAR_IN_RESOURCE'],
  },
  {
    name: 'service-linked roles, all resources but one',
    policy: createLinked({ NotResource: `${linked}/ecs.amazonaws.com/*` }),
    codes: ['CREATE_SLR_WITH_NOT_RESOURCE'],
  },
];

it.each(cases)('$name', (one) => {
  const lintCase: LintCase = { ...one, policyType: 'IDENTITY_POLICY' };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});

it('looks at identity policies only', () => {
  const policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const lintCase: LintCase = {
    name: 'FullAWSAccess',
    policyType: 'SERVICE_CONTROL_POLICY',
    policy,
    codes: [],
  };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});
