import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, aReport, aRole, aRow, aUser, daysAgo } from '../testing/snapshot.fixture.ts';
import { usersNoHumanIamUsers } from './users-no-human-iam-users.ts';

const settings = { emergencyPrincipals: ['user/glass', 'group/keepers'] };
const idc = aRole({ name: 'a', path: '/aws-reserved/sso.amazonaws.com/' });
const inUse = { roles: [idc] };
const absent = { roles: [], samlProviders: [], identityCenterInstances: {} };
const base = {
  users: [
    aUser({ name: 'alice' }),
    aUser({ name: 'glass' }),
    aUser({ name: 'keeper', groups: ['keepers'] }),
    aUser({ name: 'robot' }),
  ],
  groups: [aGroup({ name: 'keepers' })],
  credentialReport: aReport(
    aRow({ user: 'alice', password: 'enabled' }),
    aRow({ user: 'glass', password: 'enabled' }),
    aRow({ user: 'keeper', password: 'enabled' }),
    aRow({ user: 'robot' }),
  ),
};

test.each([
  ['in use', inUse, 'fail'],
  ['absent', absent, 'warn'],
  ['not read', {}, 'unknown'],
])('Identity Center is %s', (_, signs, outcome) => {
  expect(outcomesOf(usersNoHumanIamUsers, { ...base, ...signs }, { settings })).toEqual({
    alice: outcome,
    glass: 'pass',
    keeper: 'pass',
  });
});

test.each([
  ['none has a password', 'disabled', { root: 'pass' }],
  ['a password that is not told', 'unknown', { alice: 'unknown' }],
] as const)('%s', (_, password, outcomes) => {
  const parts = {
    users: [aUser({ name: 'alice' })],
    groups: [],
    credentialReport: aReport(aRow({ user: 'alice', password })),
    ...inUse,
  };
  expect(outcomesOf(usersNoHumanIamUsers, parts)).toEqual(outcomes);
});

test('a user made after the report is unknown', () => {
  const parts = {
    users: [aUser({ name: 'new', createdAt: daysAgo(0) })],
    groups: [],
    credentialReport: aReport(),
    ...inUse,
  };
  expect(outcomesOf(usersNoHumanIamUsers, parts)).toEqual({ new: 'unknown' });
});
