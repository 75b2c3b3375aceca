import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  aGroup,
  allowAll,
  allowAllButBilling,
  allowAllWithMfa,
  allowRead,
  aPolicy,
  aRole,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { policyAdminInline } from './policy-admin-inline.ts';

const nobody = { users: [], groups: [], roles: [], policies: [] };
const all = [{ name: 'all', document: allowAll }];

test('looks at users, groups and roles', () => {
  const parts = {
    users: [aUser({ name: 'alice', inlinePolicies: all })],
    groups: [aGroup({ name: 'admins', inlinePolicies: all })],
    roles: [
      aRole({ name: 'deploy', inlinePolicies: all }),
      aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/', inlinePolicies: all }),
    ],
    policies: [],
  };
  expect(outcomesOf(policyAdminInline, parts)).toEqual({
    alice: 'fail',
    admins: 'fail',
    deploy: 'fail',
    sso: 'pass',
  });
});

const boundary = aPolicy({ name: 'boundary' });

test.each([
  ['little', { inlinePolicies: [{ name: 'x', document: allowRead }] }, { root: 'pass' }],
  ['NotAction', { inlinePolicies: [{ name: 'x', document: allowAllButBilling }] }, { bob: 'fail' }],
  ['a condition', { inlinePolicies: [{ name: 'x', document: allowAllWithMfa }] }, { bob: 'warn' }],
  ['a boundary', { inlinePolicies: all, permissionsBoundary: boundary.arn }, { bob: 'pass' }],
])('%s', (_, user, expected) => {
  const parts = { ...nobody, users: [aUser({ name: 'bob', ...user })], policies: [boundary] };
  expect(outcomesOf(policyAdminInline, parts)).toEqual(expected);
});
