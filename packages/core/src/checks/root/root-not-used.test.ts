import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRootRow, aRow, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { rootNotUsed } from './root-not-used.ts';

test.each([
  ['never', {}, 'pass', 'high'],
  ['today', { passwordLastUsedAt: daysAgo(0) }, 'fail', 'high'],
  ['yesterday', { passwordLastUsedAt: daysAgo(1) }, 'fail', 'high'],
  ['two days ago', { passwordLastUsedAt: daysAgo(2) }, 'fail', 'medium'],
  ['exactly as long ago as the limit', { passwordLastUsedAt: daysAgo(30) }, 'fail', 'medium'],
  ['a day longer', { passwordLastUsedAt: daysAgo(31) }, 'pass', 'high'],
  ['tomorrow, by another clock', { passwordLastUsedAt: daysAgo(-1) }, 'fail', 'high'],
  [
    'by key 2, long after the password',
    { passwordLastUsedAt: daysAgo(99), accessKeys: [noKey, aKey({ lastUsedAt: daysAgo(5) })] },
    'fail',
    'medium',
  ],
  [
    'by a key that is inactive now',
    { accessKeys: [aKey({ active: false, lastUsedAt: daysAgo(5) }), noKey] },
    'fail',
    'medium',
  ],
] as const)('root was used %s', (_, row, outcome, severity) => {
  const parts = { credentialReport: aReport(aRootRow(row)) };
  expect(findingsOf(rootNotUsed, parts)).toMatchObject([{ outcome, severity }]);
});

test('takes the limit from the settings', () => {
  const parts = { credentialReport: aReport(aRootRow({ passwordLastUsedAt: daysAgo(31) })) };
  expect(outcomeOf(rootNotUsed, parts, { settings: { rootUnusedDays: 90 } })).toBe('fail');
});

test('is unknown where the report has no row of root', () => {
  const credentialReport = { generatedAt: daysAgo(0), rows: [aRow({ user: 'alice' })] };
  expect(outcomeOf(rootNotUsed, { credentialReport })).toBe('unknown');
});
