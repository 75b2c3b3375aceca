import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { keyInactiveLeftover } from './key-inactive-leftover.ts';

test.each([
  ['as old as the limit', { active: false, lastRotatedAt: daysAgo(30) }, { 'alice#key-1': 'pass' }],
  ['a day older', { active: false, lastRotatedAt: daysAgo(31) }, { 'alice#key-1': 'fail' }],
  ['of tomorrow', { active: false, lastRotatedAt: daysAgo(-1) }, { 'alice#key-1': 'pass' }],
  ['active', aKey({ lastRotatedAt: daysAgo(31) }), { root: 'not-applicable' }],
  ['an empty slot', noKey, { root: 'not-applicable' }],
])('%s', (_, key, expected) => {
  const credentialReport = aReport(aRow({ user: 'alice', accessKeys: [key, noKey] }));
  expect(outcomesOf(keyInactiveLeftover, { credentialReport })).toEqual(expected);
});
