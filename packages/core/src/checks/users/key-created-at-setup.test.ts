import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, noKey } from '../testing/snapshot.fixture.ts';
import { keyCreatedAtSetup } from './key-created-at-setup.ts';

const createdAt = '2026-01-01T10:00:00Z';
const keyAt = (lastRotatedAt: string) => aKey({ lastRotatedAt });

test.each([
  ['made with the user', 'enabled', keyAt('2026-01-01T10:00:00Z'), { 'alice#key-1': 'fail' }],
  ['ten seconds later', 'enabled', keyAt('2026-01-01T10:00:10Z'), { 'alice#key-1': 'fail' }],
  ['eleven seconds later', 'enabled', keyAt('2026-01-01T10:00:11Z'), { 'alice#key-1': 'pass' }],
  ['no password', 'disabled', keyAt(createdAt), { root: 'not-applicable' }],
  ['inactive', 'enabled', { ...keyAt(createdAt), active: false }, { root: 'not-applicable' }],
  ['no date', 'enabled', { active: true }, { 'alice#key-1': 'unknown' }],
] as const)('%s', (_, password, key, expected) => {
  const credentialReport = aReport(
    aRow({ user: 'alice', createdAt, password, accessKeys: [key, noKey] }),
  );
  expect(outcomesOf(keyCreatedAtSetup, { credentialReport })).toEqual(expected);
});
