import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAllButBilling,
  allowAllWithMfa,
  aPolicy,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { groupAdmin } from './group-admin.ts';

const gone = aPolicy({ name: 'gone' });
const users = [
  aUser({ name: 'bob', groups: ['admins'] }),
  aUser({ name: 'alice', groups: ['admins'] }),
];
const admins = aGroup({ name: 'admins', attachedPolicies: attach(administratorAccess) });
const policies = [administratorAccess];

test.each([
  ['AdministratorAccess', admins, 'fail'],
  ['nothing', aGroup({ name: 'admins' }), 'pass'],
  [
    'NotAction',
    aGroup({ name: 'admins', inlinePolicies: [{ name: 'x', document: allowAllButBilling }] }),
    'fail',
  ],
  [
    'a condition',
    aGroup({ name: 'admins', inlinePolicies: [{ name: 'x', document: allowAllWithMfa }] }),
    'warn',
  ],
  [
    'a policy not in the snapshot',
    aGroup({ name: 'admins', attachedPolicies: attach(gone) }),
    'unknown',
  ],
])('%s', (_, group, outcome) => {
  const parts = { users, groups: [group], policies };
  expect(outcomesOf(groupAdmin, parts)).toEqual({ admins: outcome });
});

test('lists the members', () => {
  expect(findingsOf(groupAdmin, { users, groups: [admins], policies })).toMatchObject([
    { evidence: { members: ['alice', 'bob'] } },
  ]);
});

test.each([
  ['all members', ['user/alice', 'user/bob'], 'pass'],
  ['the group', ['group/admins'], 'pass'],
  ['a role of its name', ['role/admins'], 'fail'],
  ['some members', ['user/alice'], 'fail'],
])('%s: kept for emergencies', (_, emergencyPrincipals, outcome) => {
  const parts = { users, groups: [admins], policies };
  const settings = { emergencyPrincipals };
  expect(outcomesOf(groupAdmin, parts, { settings })).toEqual({ admins: outcome });
});
