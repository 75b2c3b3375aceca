import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aGroup, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { emergencyCount } from './emergency-count.ts';

const parts = {
  users: [
    aUser({ name: 'a', groups: ['glass'] }),
    aUser({ name: 'b', groups: ['glass'] }),
    aUser({ name: 'c' }),
  ],
  groups: [aGroup({ name: 'glass' })],
  roles: [aRole({ name: 'r' })],
};

test.each([
  [[], 'not-applicable'],
  [['user/gone'], 'warn'],
  [['user/a'], 'warn'],
  [['user/a', 'role/r'], 'pass'],
  [['group/glass', 'user/a'], 'pass'],
  [['group/glass', 'role/r'], 'fail'],
])('%j', (emergencyPrincipals, outcome) => {
  expect(outcomeOf(emergencyCount, parts, { settings: { emergencyPrincipals } })).toBe(outcome);
});
