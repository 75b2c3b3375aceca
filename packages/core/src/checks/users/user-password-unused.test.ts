import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRow, daysAgo } from '../testing/snapshot.fixture.ts';
import { userPasswordUnused } from './user-password-unused.ts';

test.each([
  ['used on the last day', { passwordLastUsedAt: daysAgo(45) }, 'pass'],
  ['used a day before', { passwordLastUsedAt: daysAgo(46) }, 'fail'],
  ['used tomorrow, by another clock', { passwordLastUsedAt: daysAgo(-1) }, 'pass'],
  [
    'never used, set lately',
    { passwordLastChangedAt: daysAgo(45), createdAt: daysAgo(99) },
    'pass',
  ],
  ['never used, set long ago', { passwordLastChangedAt: daysAgo(46) }, 'fail'],
  ['never used, of a new user', { createdAt: daysAgo(45) }, 'pass'],
  ['never used, of an old user', { createdAt: daysAgo(46) }, 'fail'],
])('%s', (_, row, outcome) => {
  const credentialReport = aReport(aRow({ user: 'alice', password: 'enabled', ...row }));
  expect(outcomesOf(userPasswordUnused, { credentialReport })).toEqual({ alice: outcome });
});

const old = aRow({ user: 'alice', password: 'enabled', createdAt: daysAgo(60) });

test.each([
  ['a longer limit', { credentialUnusedDays: 90 }],
  ['an emergency user', { emergencyPrincipals: ['user/alice'] }],
])('passes with %s', (_, settings) => {
  const parts = { credentialReport: aReport(old) };
  expect(outcomesOf(userPasswordUnused, parts, { settings })).toEqual({ alice: 'pass' });
});

test('is unknown without any date, silent without a password', () => {
  const { createdAt: _, ...undated } = aRow({ user: 'undated', password: 'enabled' });
  const credentialReport = aReport(undated, aRow({ user: 'none', createdAt: daysAgo(99) }));
  expect(outcomesOf(userPasswordUnused, { credentialReport })).toEqual({ undated: 'unknown' });
});
