import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { keyTwoActive } from './key-two-active.ts';

const old = aKey({ lastRotatedAt: daysAgo(80) });

test.each([
  ['one', [old, noKey], { alice: 'pass' }],
  ['none', [noKey, noKey], { root: 'not-applicable' }],
  ['the second inactive', [old, { ...old, active: false }], { alice: 'pass' }],
  ['the second of 13 days', [old, aKey({ lastRotatedAt: daysAgo(13) })], { alice: 'warn' }],
  ['the second of exactly 14 days', [old, aKey({ lastRotatedAt: daysAgo(14) })], { alice: 'fail' }],
  ['the first the younger', [aKey({ lastRotatedAt: daysAgo(2) }), old], { alice: 'warn' }],
  ['the second of tomorrow', [old, aKey({ lastRotatedAt: daysAgo(-1) })], { alice: 'warn' }],
  ['two of unknown age', [{ active: true }, { active: true }], { alice: 'warn' }],
] as const)('%s', (_, accessKeys, expected) => {
  const credentialReport = aReport(aRow({ user: 'alice', accessKeys }));
  expect(outcomesOf(keyTwoActive, { credentialReport })).toEqual(expected);
});
