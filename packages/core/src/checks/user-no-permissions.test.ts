import { expect, test } from 'vitest';
import { outcomesOf } from './testing/outcomes.fixture.ts';
import { aGroup, allowRead, aPolicy, attach, aUser } from './testing/snapshot.fixture.ts';
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
  const parts = { users: [aUser({ name: 'alice', ...user })], groups };
  expect(outcomesOf(userNoPermissions, parts)).toEqual({ alice: outcome });
});
