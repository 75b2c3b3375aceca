import { expect, test } from 'vitest';
import { defaultCheckSettings } from '../model/settings.ts';
import { listEmergencyPrincipals } from './emergency-principals.ts';
import { aGroup, aRole, arnOf, aUser } from './testing/snapshot.fixture.ts';

const parts = {
  users: [
    aUser({ name: 'zoe', groups: ['glass'] }),
    aUser({ name: 'alice' }),
    aUser({ name: 'bob', groups: ['others'] }),
  ],
  groups: [aGroup({ name: 'glass' }), aGroup({ name: 'others' })],
  roles: [aRole({ name: 'alice' })],
};

test.each([
  [['user/alice'], ['alice'], [], []],
  [['role/alice'], [], ['alice'], []],
  [['group/glass', 'user/alice'], ['alice', 'zoe'], [], []],
  [[arnOf('user', 'bob')], ['bob'], [], []],
  [['user/glass', 'user/Alice'], [], [], ['user/Alice', 'user/glass']],
  [[], [], [], []],
])('%j', (emergencyPrincipals, users, roles, missing) => {
  const found = listEmergencyPrincipals(parts, { ...defaultCheckSettings, emergencyPrincipals });
  expect(found.users.map(({ name }) => name)).toEqual(users);
  expect(found.roles.map(({ name }) => name)).toEqual(roles);
  expect(found.missing).toEqual(missing);
});
