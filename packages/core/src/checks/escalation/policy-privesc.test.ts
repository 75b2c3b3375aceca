import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying, trusting } from '../testing/documents.fixture.ts';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  account,
  administratorAccess,
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { policyPrivesc } from './policy-privesc.ts';

const lambda = trusting({ Service: 'lambda.amazonaws.com' });
const ownAccount = trusting({ AWS: `arn:aws:iam::${account}:root` });
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const boss = { attachedPolicies: attach(administratorAccess) };
const gone = aPolicy({ name: 'gone' });
const harmless = aPolicy({ name: 'harmless' });
const inline = (document: PolicyDocument) => ({ inlinePolicies: [{ name: 'way', document }] });
const code = ['lambda:CreateFunction', 'lambda:InvokeFunction'];
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;

function passRole(more: Partial<PolicyStatement>, functions: Partial<PolicyStatement> = {}) {
  return aDocument(
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', ...more },
    { Effect: 'Allow', Action: code, Resource: '*', ...functions },
  );
}

function to(service: string): Partial<PolicyStatement> {
  return { Condition: { StringEquals: { 'iam:PassedToService': service } } };
}

test.each([
  ['any role', passRole({}), 'fail'],
  [
    'lower-case actions',
    allowing(['iam:passrole', 'lambda:createfunction', 'LAMBDA:INVOKEFUNCTION']),
    'fail',
  ],
  ['wildcards', allowing(['ia?:Pass*', 'lambda:*Function']), 'fail'],
  [
    'all but other things',
    allowing([], {
      Action: undefined,
      NotAction: [
        's3:*',
        'iam:Create*',
        'iam:Put*',
        'iam:Attach*',
        'iam:Update*',
        'iam:Add*',
        'iam:Set*',
      ],
    }),
    'fail',
  ],
  [
    'all but PassRole',
    allowing([], { Action: undefined, NotAction: ['iam:*', 'sts:*', 'apprunner:*'] }),
    'warn',
  ],
  ['the right service', passRole(to('lambda.amazonaws.com')), 'fail'],
  ['another service', passRole(to('ec2.amazonaws.com')), 'pass'],
  [
    'no condition that PassRole has',
    passRole({ Condition: { StringEquals: { 'iam:AWSServiceName': 'x' } } }),
    'fail',
  ],
  ['a harmless role', passRole({ Resource: role('worker') }), 'pass'],
  ['the administrator by its name', passRole({ Resource: role('boss') }), 'fail'],
  ['names that begin so', passRole({ Resource: role('b?ss') }), 'fail'],
  ['names of others', passRole({ Resource: role('w*') }), 'pass'],
  [
    'all but the administrator',
    passRole({ Resource: undefined, NotResource: role('boss') }),
    'pass',
  ],
  [
    'functions of one name',
    passRole({}, { Resource: `arn:aws:lambda:eu-west-1:${account}:function:dev-*` }),
    'fail',
  ],
  [
    'functions of another account',
    passRole({}, { Resource: 'arn:aws:lambda:*:999988887777:function:*' }),
    'pass',
  ],
  [
    'one region',
    passRole({}, { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
    'fail',
  ],
  ['MFA', passRole(mfa), 'warn'],
  [
    'a role with a tag',
    passRole({ Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } }),
    'fail',
  ],
  [
    'a role with another tag',
    passRole({ Condition: { StringEquals: { 'iam:ResourceTag/team': 'b' } } }),
    'pass',
  ],
  [
    'a tag of the caller',
    passRole({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'b' } } }),
    'pass',
  ],
  [
    'a Deny',
    aDocument(
      ...[passRole({}).Statement].flat(),
      denying('iam:PassRole', { Resource: role('bo*') }),
    ),
    'pass',
  ],
  [
    'a Deny of others',
    aDocument(
      ...[passRole({}).Statement].flat(),
      denying('iam:PassRole', { Resource: role('other') }),
    ),
    'fail',
  ],
  [
    'a Deny outside MFA',
    aDocument(
      ...[passRole({}).Statement].flat(),
      denying('iam:PassRole', {
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    ),
    'warn',
  ],
])('iam:PassRole limited to %s', (_, document, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', tags: { team: 'a' }, ...inline(document) })],
    groups: [],
    roles: [
      aRole({ name: 'boss', tags: { team: 'a' }, trust: lambda, ...boss }),
      aRole({ name: 'worker', trust: lambda }),
    ],
    policies: [administratorAccess],
  };
  expect(outcomesOf(policyPrivesc, parts)['alice']).toBe(outcome);
});

test.each([
  [
    'every user but itself',
    allowing('iam:PutUserPolicy', { Resource: `arn:aws:iam::${account}:user/bob` }),
    {},
    'pass',
  ],
  [
    'itself by a variable',
    allowing('iam:PutUserPolicy', { Resource: `arn:aws:iam::${account}:user/\${aws:username}` }),
    {},
    'fail',
  ],
  [
    'itself within a boundary',
    allowing('iam:PutUserPolicy'),
    { permissionsBoundary: harmless.arn },
    'pass',
  ],
  [
    'itself, boundary not in the snapshot',
    allowing('iam:PutUserPolicy'),
    { permissionsBoundary: gone.arn },
    'unknown',
  ],
  ['a policy not in the snapshot', allowRead, { attachedPolicies: attach(gone) }, 'unknown'],
  [
    'the same, bounded all the same',
    allowRead,
    { attachedPolicies: attach(gone), permissionsBoundary: harmless.arn },
    'pass',
  ],
  [
    'a harmless policy to attach',
    allowing('iam:AttachUserPolicy', {
      Condition: { ArnEquals: { 'iam:PolicyARN': harmless.arn } },
    }),
    {},
    'pass',
  ],
  ['an administrator already', allowRead, boss, 'pass'],
])('who may write %s', (_, document, more, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', ...inline(document), ...more }), aUser({ name: 'bob' })],
    groups: [],
    roles: [],
    policies: [administratorAccess, harmless],
  };
  expect(outcomesOf(policyPrivesc, parts)['alice']).toBe(outcome);
});

test.each([
  ['its account', ownAccount, 'fail'],
  ['another account', trusting({ AWS: '444455556666' }), 'pass'],
  ['another user', trusting({ AWS: `arn:aws:iam::${account}:user/bob` }), 'pass'],
  ['its account with MFA', trusting({ AWS: account }, mfa.Condition), 'warn'],
  ['a service', lambda, 'pass'],
])('who may assume any role, where the administrator trusts %s', (_, trust, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', ...inline(allowing('sts:AssumeRole')) })],
    groups: [],
    roles: [aRole({ name: 'boss', trust, ...boss })],
    policies: [administratorAccess],
    organization: null,
  };
  expect(outcomesOf(policyPrivesc, parts)['alice']).toBe(outcome);
  const settings = { emergencyPrincipals: ['role/boss'] };
  expect(outcomesOf(policyPrivesc, parts, { settings })['alice']).toBe('pass');
});

test.each([
  ['no organization', null, 'pass'],
  ['its management account', account, 'fail'],
  ['a member of one', '444455556666', 'pass'],
  ['an organization that was not read', undefined, 'unknown'],
])('who may assume any role in %s', (_, managementAccountId, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', ...inline(allowing('sts:AssumeRole')) })],
    groups: [],
    roles: [],
    policies: [],
    ...(managementAccountId === null && { organization: null }),
    ...(typeof managementAccountId === 'string' && {
      organization: { id: 'o-a1b2c3d4e5', managementAccountId, featureSet: 'ALL' },
    }),
  };
  expect(outcomesOf(policyPrivesc, parts)['alice']).toBe(outcome);
});

test('a trust policy that names the user needs no permission', () => {
  const trust = trusting({ AWS: `arn:aws:iam::${account}:user/alice` });
  const parts = {
    users: [aUser({ name: 'alice' }), aUser({ name: 'bob' })],
    groups: [],
    roles: [aRole({ name: 'boss', trust, ...boss })],
    policies: [administratorAccess],
  };
  expect(outcomesOf(policyPrivesc, parts)).toEqual({ alice: 'fail', bob: 'pass', boss: 'pass' });
});

test('chains are shown from end to end', () => {
  const parts = {
    users: [
      aUser({ name: 'alice', ...inline(allowing('sts:AssumeRole', { Resource: role('middle') })) }),
    ],
    groups: [],
    roles: [
      aRole({ name: 'middle', trust: ownAccount, ...inline(passRole({})) }),
      aRole({ name: 'boss', trust: lambda, ...boss }),
    ],
    policies: [administratorAccess],
  };
  const [finding] = findingsOf(policyPrivesc, parts).filter(({ id }) => id.endsWith('user/alice'));
  expect(finding).toMatchObject({
    outcome: 'fail',
    evidence: {
      chain: [
        { path: 'sts-assume-role', through: role('middle') },
        expect.objectContaining({ through: role('boss') }),
      ],
    },
  });
});

test('emergency users and roles of AWS pass', () => {
  const parts = {
    users: [aUser({ name: 'alice', ...inline(allowing('iam:PutUserPolicy')) })],
    groups: [],
    roles: [
      aRole({
        name: 'linked',
        path: '/aws-service-role/x.amazonaws.com/',
        ...inline(allowing('iam:PutRolePolicy')),
      }),
    ],
    policies: [],
  };
  const settings = { emergencyPrincipals: ['user/alice'] };
  expect(outcomesOf(policyPrivesc, parts, { settings })).toEqual({ alice: 'pass', linked: 'pass' });
});
