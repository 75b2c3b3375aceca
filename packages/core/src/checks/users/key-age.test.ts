import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  aKey,
  aReport,
  aRootRow,
  aRow,
  daysAgo,
  noKey,
  reportGeneratedAt,
} from '../testing/snapshot.fixture.ts';
import { keyAge } from './key-age.ts';

test.each([
  ['as old as the limit', aKey({ lastRotatedAt: daysAgo(90) }), 'pass'],
  ['a day older', aKey({ lastRotatedAt: daysAgo(91) }), 'fail'],
  ['made tomorrow, by another clock', aKey({ lastRotatedAt: daysAgo(-1) }), 'pass'],
  ['of unknown age', { active: true }, 'unknown'],
])('%s', (_, key, outcome) => {
  const credentialReport = aReport(aRow({ user: 'alice', accessKeys: [noKey, key] }));
  expect(outcomesOf(keyAge, { credentialReport })).toEqual({ 'alice#key-2': outcome });
});

test('says nothing of inactive keys and of root', () => {
  const old = aKey({ lastRotatedAt: daysAgo(400) });
  const credentialReport = aReport(
    aRootRow({ accessKeys: [old, noKey] }),
    aRow({ user: 'alice', accessKeys: [{ ...old, active: false }, noKey] }),
  );
  expect(outcomesOf(keyAge, { credentialReport })).toEqual({ root: 'not-applicable' });
});

test('gives the days, the limit and the time of the report', () => {
  const key = aKey({ lastRotatedAt: daysAgo(100) });
  const credentialReport = aReport(aRow({ user: 'alice', accessKeys: [key, noKey] }));
  expect(findingsOf(keyAge, { credentialReport })).toMatchObject([
    {
      message: 'Access key 1 of alice is 100 days old; the limit is 90.',
      evidence: { lastRotatedAt: daysAgo(100), reportGeneratedAt },
    },
  ]);
});
