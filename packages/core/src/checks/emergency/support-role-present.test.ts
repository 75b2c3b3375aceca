import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aGroup, aPolicy, aRole, attach } from '../testing/snapshot.fixture.ts';
import { supportRolePresent } from './support-role-present.ts';

const awsPolicy = (path: string, partition = 'aws') => [
  { name: path.slice(path.lastIndexOf('/') + 1), arn: `arn:${partition}:iam::aws:policy/${path}` },
];
const access = { attachedPolicies: awsPolicy('AWSSupportAccess') };
const user = { attachedPolicies: awsPolicy('job-function/SupportUser') };
const copied = { attachedPolicies: attach(aPolicy({ name: 'AWSSupportAccess' })) };
const trusting = (AWS: string) => ({
  trust: { Statement: { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' } } as const,
});
const slr = { path: '/aws-service-role/support.amazonaws.com/' };

test.each([
  ['AWSSupportAccess', [aRole({ name: 'a', ...access })], 'pass'],
  ['SupportUser', [aRole({ name: 'a', ...user, ...trusting(account) })], 'pass'],
  [
    'a role of Identity Center',
    [aRole({ name: 'a', ...access, path: '/aws-reserved/sso.amazonaws.com/' })],
    'pass',
  ],
  ["AWS's own role", [aRole({ name: 'AWSServiceRoleForSupport', ...access, ...slr })], 'fail'],
  ['a policy of that name', [aRole({ name: 'a', ...copied })], 'fail'],
  ['one that trusts the deleted', [aRole({ name: 'a', ...user, ...trusting('AIDA1234') })], 'fail'],
  [
    'a policy without its path',
    [aRole({ name: 'a', attachedPolicies: awsPolicy('SupportUser') })],
    'fail',
  ],
  ['none', [aRole({ name: 'SupportUserRole' })], 'fail'],
])('%s', (_, roles, outcome) => {
  expect(outcomeOf(supportRolePresent, { users: [], groups: [], roles })).toBe(outcome);
});

test('names the policies of each partition', () => {
  const roles = [
    aRole({ name: 'a', attachedPolicies: awsPolicy('AWSSupportAccess', 'aws-us-gov') }),
  ];
  const parts = { users: [], groups: [], roles };
  expect(outcomeOf(supportRolePresent, parts)).toBe('fail');
  expect(outcomeOf(supportRolePresent, parts, { partition: 'aws-us-gov' })).toBe('pass');
});

test('a group with the policy is told, and is no role', () => {
  const group = aGroup({ name: 'on-call', ...access });
  const parts = { users: [], groups: [group], roles: [] };
  expect(findingsOf(supportRolePresent, parts)).toMatchObject([
    { outcome: 'fail', evidence: { usersAndGroups: [group.arn] } },
  ]);
});
