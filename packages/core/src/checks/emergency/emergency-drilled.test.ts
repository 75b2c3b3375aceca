import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRole, aRow, aUser, daysAgo } from '../testing/snapshot.fixture.ts';
import { emergencyDrilled } from './emergency-drilled.ts';

const settings = { emergencyPrincipals: ['user/glass', 'role/glass-role'] };

test.each([
  ['within the year', daysAgo(365), daysAgo(900), 'pass'],
  ['longer ago', daysAgo(366), daysAgo(900), 'fail'],
  ['never, and new', undefined, daysAgo(300), 'warn'],
  ['never, and old', undefined, daysAgo(400), 'fail'],
])('used %s', (_, used, createdAt, outcome) => {
  const last = used === undefined ? {} : { passwordLastUsedAt: used };
  const lastUsed = used === undefined ? {} : { lastUsed: { at: used } };
  const parts = {
    users: [aUser({ name: 'glass', createdAt })],
    groups: [],
    roles: [aRole({ name: 'glass-role', createdAt, ...lastUsed })],
    credentialReport: aReport(aRow({ user: 'glass', createdAt, ...last })),
  };
  expect(outcomesOf(emergencyDrilled, parts, { settings })).toEqual({
    glass: outcome,
    'glass-role': outcome,
  });
});

test('does not apply where nobody is named', () => {
  const parts = { users: [], groups: [], roles: [], credentialReport: aReport() };
  expect(outcomesOf(emergencyDrilled, parts)).toEqual({ root: 'not-applicable' });
});
