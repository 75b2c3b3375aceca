import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, allowRead, aPolicy, aRole, attach, aUser } from '../testing/snapshot.fixture.ts';
import { userNoGroup } from './user-no-group.ts';
import { userNoPermissions } from './user-no-permissions.ts';

const groups = [
  aGroup({ name: 'readers', attachedPolicies: attach(aPolicy({ name: 'read' })) }),
  aGroup({ name: 'inline', inlinePolicies: [{ name: 'read', document: allowRead }] }),
  aGroup({ name: 'bare' }),
];

test.each([
  ['nothing', {}, 'fail'],
  ['a group without policies', { groups: ['bare'] }, 'fail'],
  ['a group with a policy', { groups: ['bare', 'readers'] }, 'pass'],
  ['a group with an inline policy', { groups: ['inline'] }, 'pass'],
  ['a policy', { attachedPolicies: attach(aPolicy({ name: 'read' })) }, 'pass'],
  ['an inline policy', { inlinePolicies: [{ name: 'read', document: allowRead }] }, 'pass'],
  ['a group that is not in the snapshot', { groups: ['new'] }, 'unknown'],
])('%s', (_, user, outcome) => {
  const parts = { users: [aUser({ name: 'alice', ...user })], groups, roles: [] };
  expect(outcomesOf(userNoPermissions, parts)).toEqual({ alice: outcome });
});

const alice = aUser({ name: 'alice', id: 'AIDAEXAMPLE' });

test.each([
  ['by ARN', { Principal: { AWS: ['arn:aws:iam::111122223333:user/alice'] } }, 'pass'],
  ['by id', { Principal: { AWS: 'AIDAEXAMPLE' } }, 'pass'],
  ['as another', { Principal: { AWS: 'arn:aws:iam::111122223333:user/alice2' } }, 'fail'],
  ['to refuse it', { Effect: 'Deny', Principal: { AWS: alice.arn } }, 'fail'],
] as const)('a role names the user %s', (_, statement, outcome) => {
  const trust = {
    Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...statement },
  } as const;
  const parts = { users: [alice], groups, roles: [aRole({ name: 'admin', trust })] };
  expect(outcomesOf(userNoPermissions, parts)).toEqual({ alice: outcome });
  expect(outcomesOf(userNoGroup, parts)).toEqual({ alice: outcome });
});

test('a user kept for emergencies may wait without', () => {
  const parts = { users: [alice], groups, roles: [] };
  const situation = { settings: { emergencyPrincipals: ['user/alice'] } };
  expect(outcomesOf(userNoPermissions, parts, situation)).toEqual({ alice: 'pass' });
  expect(outcomesOf(userNoGroup, parts, situation)).toEqual({ alice: 'pass' });
});
