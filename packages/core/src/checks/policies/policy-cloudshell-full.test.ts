import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, anAwsPolicy, aPolicy, aRole, attach, aUser } from '../testing/snapshot.fixture.ts';
import { policyCloudshellFull } from './policy-cloudshell-full.ts';

const full = { attachedPolicies: attach(anAwsPolicy({ name: 'AWSCloudShellFullAccess' })) };
const own = { attachedPolicies: attach(aPolicy({ name: 'AWSCloudShellFullAccess' })) };

test('fails users, groups and roles that have it', () => {
  const parts = {
    users: [aUser({ name: 'alice', ...full }), aUser({ name: 'bob', ...own })],
    groups: [aGroup({ name: 'all', ...full })],
    roles: [aRole({ name: 'r', ...full, path: '/aws-reserved/sso.amazonaws.com/' })],
  };
  expect(outcomesOf(policyCloudshellFull, parts)).toEqual({
    alice: 'fail',
    all: 'fail',
    r: 'fail',
  });
});

test('passes in one finding where nobody has it', () => {
  const parts = { users: [aUser({ name: 'bob', ...own })], groups: [], roles: [] };
  expect(outcomesOf(policyCloudshellFull, parts)).toEqual({ root: 'pass' });
});
