import type { PolicyPrincipal } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  account,
  administratorAccess,
  aRole,
  arnOf,
  aUser,
  rootArn,
} from '../testing/snapshot.fixture.ts';
import { supportRoleTrust } from './support-role-trust.ts';

const settings = { emergencyPrincipals: ['user/EmergencyAccess'] };
const attachedPolicies = [
  { name: 'SupportUser', arn: 'arn:aws:iam::aws:policy/job-function/SupportUser' },
];
const name = 'SupportUserRole';
const emergencyUser = arnOf('user', 'EmergencyAccess');
const users = [aUser({ name: 'EmergencyAccess' })];
const trusting = (Principal: PolicyPrincipal) =>
  aRole({
    name,
    attachedPolicies,
    trust: { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] },
  });
const good = trusting({ AWS: emergencyUser });

test.each([
  ['the emergency user', good, 'pass'],
  ['the account', trusting({ AWS: account }), 'pass'],
  ['the account by its root', trusting({ AWS: rootArn }), 'pass'],
  ['another user', trusting({ AWS: arnOf('user', 'EmergencyAccess2') }), 'warn'],
  ['a user that was deleted', trusting({ AWS: ['AIDACKCEVSQ6C2EXAMPLE', emergencyUser] }), 'fail'],
  ["the example's user", trusting({ AWS: 'arn:aws:iam::123456789012:user/username' }), 'fail'],
  ['anyone', trusting('*'), 'fail'],
  ['it, with a boundary', { ...good, permissionsBoundary: administratorAccess.arn }, 'warn'],
])('trusts %s', (_, role, outcome) => {
  const parts = { users, groups: [], roles: [role, aRole({ name: 'other' })] };
  expect(outcomesOf(supportRoleTrust, parts, { settings })).toEqual({ [name]: outcome });
});

test('names no user where the settings name none', () => {
  const parts = { users, groups: [], roles: [trusting({ AWS: arnOf('user', 'alice') })] };
  expect(outcomesOf(supportRoleTrust, parts)).toEqual({ [name]: 'pass' });
});

test('does not apply without such a role', () => {
  const roles = [aRole({ name }), { ...good, path: '/aws-reserved/sso.amazonaws.com/' }];
  expect(outcomesOf(supportRoleTrust, { users, groups: [], roles })).toEqual({
    root: 'not-applicable',
  });
});
