import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRole, aRow, aUser, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { emergencyAccessNotRoutine } from './emergency-access-not-routine.ts';

const settings = { emergencyPrincipals: ['user/glass', 'role/glass'] };
const others = { groups: [], roles: [] };
const user = aUser({ name: 'glass' });

test.each([
  ['never', {}, 'pass'],
  ['on the last day', { passwordLastUsedAt: daysAgo(7) }, 'fail'],
  ['a day before', { passwordLastUsedAt: daysAgo(8) }, 'pass'],
  [
    'by a key that is off now',
    { accessKeys: [{ active: false, lastUsedAt: daysAgo(1) }, noKey] as const },
    'fail',
  ],
])('used %s', (_, row, outcome) => {
  const credentialReport = aReport(aRow({ user: 'glass', ...row }));
  const parts = { users: [user], ...others, credentialReport };
  expect(outcomesOf(emergencyAccessNotRoutine, parts, { settings })).toEqual({ glass: outcome });
});

test('looks at roles, and at nobody else', () => {
  const parts = {
    users: [aUser({ name: 'robot' })],
    groups: [],
    roles: [aRole({ name: 'glass', lastUsed: { at: daysAgo(1), region: 'us-east-1' } })],
    credentialReport: aReport(aRow({ user: 'robot', accessKeys: [aKey(), noKey] })),
  };
  expect(outcomesOf(emergencyAccessNotRoutine, parts, { settings })).toEqual({ glass: 'fail' });
});

test.each([
  ['nobody is named', {}, { root: 'not-applicable' }],
  ['not in the report yet', { settings }, { glass: 'unknown' }],
])('%s', (_, situation, outcomes) => {
  const parts = { users: [user], ...others, credentialReport: aReport() };
  const found = outcomesOf(emergencyAccessNotRoutine, parts, situation);
  expect(found).toEqual(outcomes);
});
