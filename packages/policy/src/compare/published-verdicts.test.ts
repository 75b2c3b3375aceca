import { describe, expect, test } from 'vitest';
import { checkAccessNotGranted } from './check-access-not-granted.ts';
import { checkNoPublicAccess } from './check-no-public-access.ts';
import { compareAccess } from './compare-access.ts';
import { allow, deny, policy, when } from './policy.fixture.ts';

/*
 * What AWS publishes of verdicts of its own checks: the samples of
 * aws-samples/iam-access-analyzer-custom-policy-check-samples, the examples of the API reference and
 * of the CLI. `grants` is their FAIL.
 */

const trust = (principal: unknown, action: unknown = 'sts:AssumeRole', more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...more,
});
const othersMay = (...actions: readonly string[]) => ({
  Effect: 'Allow',
  Principal: '*',
  NotAction: actions,
});
const provider = (name: string) => ({
  Federated: `arn:aws:iam::111111111111:oidc-provider/${name}`,
});
const webIdentity = 'sts:AssumeRoleWithWebIdentity';
const role = (name: string) => `arn:aws:iam::222222222222:role/${name}`;

describe('trust policies', () => {
  const oneProvider = policy(
    trust(provider('MyProvider'), webIdentity),
    othersMay('sts:AssumeRoleWithSAML', webIdentity),
  );
  const accounts = policy(
    trust({ AWS: ['111111111111', '222222222222'] }),
    othersMay('sts:AssumeRole'),
  );
  const services = policy(
    trust({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] }),
    othersMay('sts:AssumeRole'),
  );
  test.each([
    ['the provider', oneProvider, policy(trust(provider('MyProvider'), webIdentity)), 'none'],
    ['a service beside it', oneProvider, policy(trust({ Service: 'ec2.amazonaws.com' })), 'none'],
    [
      'SAML',
      oneProvider,
      policy(
        trust({ Federated: 'arn:aws:iam::111111111111:saml-provider/S' }, 'sts:AssumeRoleWithSAML'),
      ),
      'grants',
    ],
    [
      'another provider',
      oneProvider,
      policy(trust({ Federated: 'graph.facebook.com' }, webIdentity)),
      'grants',
    ],
    [
      'any provider but one',
      oneProvider,
      policy(trust({ Federated: '*' }, webIdentity), {
        ...trust(provider('Other'), webIdentity),
        Effect: 'Deny',
      }),
      'grants',
    ],
    ['the account', accounts, policy(trust({ AWS: '111111111111' })), 'none'],
    ['a role of the account', accounts, policy(trust({ AWS: role('MyRole') })), 'none'],
    [
      'a provider, with another action',
      accounts,
      policy(trust(provider('P'), webIdentity)),
      'none',
    ],
    ['a service', accounts, policy(trust({ Service: 'glue.amazonaws.com' })), 'grants'],
    ['another account', accounts, policy(trust({ AWS: '333333333333' })), 'grants'],
    ['the service', services, policy(trust({ Service: 'ec2.amazonaws.com' })), 'none'],
    ['another service', services, policy(trust({ Service: 'glue.amazonaws.com' })), 'grants'],
    ['an account instead', services, policy(trust({ AWS: '111111111111' })), 'grants'],
    [
      'without its MFA',
      policy(
        trust(
          { AWS: '111111111111' },
          'sts:AssumeRole',
          when('Bool', 'aws:MultiFactorAuthPresent', 'true'),
        ),
      ),
      policy(trust({ AWS: '111111111111' })),
      'grants',
    ],
  ])('%s', (_name, old, next, verdict) => {
    expect(compareAccess(old, next, { policyType: 'RESOURCE_POLICY' }).verdict).toBe(verdict);
  });
});

describe('who has access', () => {
  const put = (principal: unknown, more: object = {}) => ({
    ...allow('s3:PutObject'),
    Principal: principal,
    ...more,
  });
  const roles = [role('one'), role('two')];
  const old = policy(
    put({ AWS: roles }),
    put({ AWS: '*' }, when('ArnLike', 'aws:PrincipalArn', roles)),
    othersMay('s3:PutObject'),
  );
  test.each([
    [
      'a role by its key',
      put({ AWS: '*' }, when('ArnLike', 'aws:PrincipalArn', role('one'))),
      'none',
    ],
    ['a role', put({ AWS: role('one') }), 'none'],
    ['everyone', { ...allow('s3:*'), Principal: { AWS: '*' } }, 'grants'],
    ['another role', put({ AWS: role('three') }), 'grants'],
    [
      'another role by its key',
      put({ AWS: '*' }, when('ArnLike', 'aws:PrincipalArn', role('three'))),
      'grants',
    ],
  ])('%s', (_name, statement, verdict) => {
    expect(compareAccess(old, policy(statement)).verdict).toBe(verdict);
  });
});

describe('tags', () => {
  const old = policy(
    allow('*'),
    deny('ec2:RunInstances', '*', when('Null', 'aws:RequestTag/K', 'true')),
  );
  test.each([
    [
      'a value',
      [allow('ec2:RunInstances', '*', when('StringEquals', 'aws:RequestTag/K', 'v'))],
      'none',
    ],
    [
      'a Deny of other values',
      [
        allow('ec2:RunInstances'),
        deny('ec2:RunInstances', '*', when('StringNotEquals', 'aws:RequestTag/K', 'v')),
      ],
      'none',
    ],
    [
      'any value',
      [allow('ec2:RunInstances', '*', when('Null', 'aws:RequestTag/K', 'false'))],
      'none',
    ],
    ['no condition', [allow('ec2:RunInstances')], 'grants'],
    ['all of EC2', [allow('ec2:*')], 'grants'],
  ])('%s', (_name, statements, verdict) => {
    expect(compareAccess(old, policy(...statements)).verdict).toBe(verdict);
  });
});

describe('roles that may be passed or assumed', () => {
  const others = (action: string, resource: string) => ({
    Effect: 'Deny',
    Action: action,
    NotResource: resource,
  });
  const old = policy(
    allow('*'),
    others('iam:PassRole', 'arn:aws:iam::*:role/Passable/*'),
    others('sts:AssumeRole', 'arn:aws:iam::*:role/Assumable/*'),
    deny(['iam:PutRolePolicy', 'iam:CreateAccessKey']),
  );
  test.each([
    [
      'a role of the path',
      [allow('iam:PassRole', 'arn:aws:iam::111111111111:role/Passable/R')],
      'none',
    ],
    [
      'a Deny of all others',
      [allow('sts:AssumeRole'), others('sts:AssumeRole', 'arn:aws:iam::*:role/Assumable/R')],
      'none',
    ],
    [
      'a role of another path',
      [allow('iam:PassRole', 'arn:aws:iam::111111111111:role/Wrong/R')],
      'grants',
    ],
    ['what is denied', [allow('iam:PutRolePolicy')], 'grants'],
    ['something else', [allow('ec2:RunInstances')], 'none'],
  ])('%s', (_name, statements, verdict) => {
    expect(compareAccess(old, policy(...statements)).verdict).toBe(verdict);
  });
});

describe('a sensitive resource', () => {
  const bucket = 'arn:aws:s3:::my-sensitive-bucket';
  const old = policy(allow('*'), deny(['s3:DeleteBucket', 's3:PutBucketPolicy'], bucket));
  const stack = (name: string) => `arn:aws:cloudformation:*:*:stack/${name}/*`;
  const oldStack = policy(
    allow('*'),
    deny('cloudformation:UpdateStack', stack('MySensitiveStack')),
  );
  test.each([
    ['another one', old, [allow('s3:DeleteBucket', 'arn:aws:s3:::another')], 'none'],
    ['a Deny of it', old, [allow('s3:*'), deny('*', bucket)], 'none'],
    ['one of the actions', old, [allow('s3:DeleteBucket', bucket)], 'grants'],
    [
      'a wildcard that meets it, over empty fields',
      old,
      [allow('s3:DeleteBucket', 'arn:aws:s3:*:*:*sensitive*')],
      'grants',
    ],
    ['the whole service', old, [allow('s3:*')], 'grants'],
    [
      'another stack, field by field',
      oldStack,
      [allow('cloudformation:UpdateStack', stack('NotMySensitiveStack'))],
      'none',
    ],
  ])('%s', (_name, reference, statements, verdict) => {
    expect(compareAccess(reference, policy(...statements)).verdict).toBe(verdict);
  });
});

test('one more action', () => {
  const on = ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'];
  const old = policy(allow(['s3:GetObject', 's3:ListBucket'], on));
  const next = policy(allow(['s3:GetObject', 's3:ListBucket', 's3:GetObjectAcl'], on));
  expect(compareAccess(old, next)).toMatchObject({
    verdict: 'grants',
    witness: { request: { action: 's3:GetObjectAcl' }, allowedBy: [{ statement: 0 }] },
  });
});

test('the owner of an instance, dropped', () => {
  const owner = when('StringEquals', 'aws:ResourceTag/Owner', '${aws:username}');
  const instances = 'arn:aws:ec2:*:*:instance/*';
  const old = policy(allow(['ec2:StartInstances', 'ec2:StopInstances'], instances, owner));
  const next = policy(allow(['ec2:StartInstances', 'ec2:StopInstances'], instances));
  expect(compareAccess(old, next).verdict).toBe('grants');
  expect(compareAccess(next, old).verdict).toBe('none');
});

describe('access not granted', () => {
  const one = policy({
    ...allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::example'),
    Principal: { AWS: '123456789012' },
  });
  const two = policy({
    ...allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::other'),
    Principal: { AWS: '123456789012' },
  });
  const example = ['arn:aws:s3:::example'];
  test.each([
    [{ actions: ['s3:ListBucket'] }, 'grants', 'none'],
    [{ resources: example }, 'grants', 'none'],
    [{ actions: ['s3:ListBucket'], resources: example }, 'grants', 'none'],
    [{ actions: ['s3:PutObject'], resources: example }, 'none', 'none'],
    [{ actions: ['s3:GetObject'] }, 'grants', 'grants'],
  ])('%j', (access, first, second) => {
    expect(checkAccessNotGranted(one, access).verdict).toBe(first);
    expect(checkAccessNotGranted(two, access).verdict).toBe(second);
  });
});

describe('no public access', () => {
  test.each([
    [
      'a user, no Resource',
      trust({ AWS: 'arn:aws:iam::111122223333:user/Bob' }, 's3:GetObject'),
      'none',
    ],
    ['everyone, no Resource', trust('*', 's3:GetObject'), 'grants'],
    [
      'any account that is named',
      trust({ AWS: '123456789012' }, 's3:GetObject', { Resource: '*' }),
      'none',
    ],
    ['a trust for everyone', trust({ AWS: '*' }), 'grants'],
  ])('%s', (_name, statement, verdict) => {
    expect(checkNoPublicAccess(policy(statement)).verdict).toBe(verdict);
  });
});
