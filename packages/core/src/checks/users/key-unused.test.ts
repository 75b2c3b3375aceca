import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRootRow, aRow, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { keyUnused } from './key-unused.ts';

test.each([
  ['used on the last day', aKey({ lastUsedAt: daysAgo(45) }), 'pass'],
  ['used a day before', aKey({ lastUsedAt: daysAgo(46) }), 'fail'],
  ['used tomorrow, by another clock', aKey({ lastUsedAt: daysAgo(-1) }), 'pass'],
  ['never used, new', { active: true, lastRotatedAt: daysAgo(45) }, 'pass'],
  ['never used, old', { active: true, lastRotatedAt: daysAgo(46) }, 'fail'],
  ['without dates, of a user who is old', { active: true }, 'fail'],
])('%s', (_, key, outcome) => {
  const credentialReport = aReport(
    aRow({ user: 'alice', createdAt: daysAgo(60), accessKeys: [key, noKey] }),
  );
  expect(outcomesOf(keyUnused, { credentialReport })).toEqual({ 'alice#key-1': outcome });
});

test('judges each active key by itself, and not those of root', () => {
  const stale = aKey({ lastUsedAt: daysAgo(99) });
  const credentialReport = aReport(
    aRootRow({ accessKeys: [stale, noKey] }),
    aRow({ user: 'both', accessKeys: [aKey(), stale] }),
    aRow({ user: 'inactive', accessKeys: [{ ...stale, active: false }, noKey] }),
  );
  expect(outcomesOf(keyUnused, { credentialReport })).toEqual({
    'both#key-1': 'pass',
    'both#key-2': 'fail',
  });
});

test('is unknown without any date', () => {
  const { createdAt: _, ...undated } = aRow({
    user: 'alice',
    accessKeys: [{ active: true }, noKey],
  });
  const parts = { credentialReport: aReport(undated) };
  expect(outcomesOf(keyUnused, parts)).toEqual({ 'alice#key-1': 'unknown' });
});
