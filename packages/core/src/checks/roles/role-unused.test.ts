import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole, daysAgo } from '../testing/snapshot.fixture.ts';
import { roleUnused } from './role-unused.ts';

test('counts from the last use, or from when it was made', () => {
  const old = daysAgo(400);
  const roles = [
    aRole({ name: 'used', createdAt: old, lastUsed: { at: daysAgo(90) } }),
    aRole({ name: 'left', createdAt: old, lastUsed: { at: daysAgo(91) } }),
    aRole({ name: 'never', createdAt: old, lastUsed: {} }),
    aRole({ name: 'new', createdAt: daysAgo(90) }),
    aRole({ name: 'glass', createdAt: old }),
    aRole({ name: 'linked', path: '/aws-service-role/x/', createdAt: old }),
  ];
  const settings = { emergencyPrincipals: ['role/glass'] };
  expect(outcomesOf(roleUnused, { roles }, { settings })).toEqual({
    used: 'pass',
    left: 'fail',
    never: 'fail',
    new: 'pass',
    glass: 'pass',
  });
});
