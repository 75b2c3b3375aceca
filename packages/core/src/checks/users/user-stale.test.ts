import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, daysAgo, noKey } from '../testing/snapshot.fixture.ts';
import { userStale } from './user-stale.ts';

const old = { user: 'alice', createdAt: daysAgo(400) };
const oldKey = { active: true, lastRotatedAt: daysAgo(300) };

test.each([
  ['made as long ago as the limit', { ...old, createdAt: daysAgo(90) }, 'pass'],
  ['made a day before', { ...old, createdAt: daysAgo(91) }, 'fail'],
  ['made tomorrow, by another clock', { ...old, createdAt: daysAgo(-1) }, 'pass'],
  ['signed in', { ...old, passwordLastUsedAt: daysAgo(90) }, 'pass'],
  ['signed in long ago', { ...old, passwordLastUsedAt: daysAgo(91) }, 'fail'],
  ['key 2 used', { ...old, accessKeys: [noKey, { ...oldKey, lastUsedAt: daysAgo(5) }] }, 'pass'],
  ['old key never used', { ...old, accessKeys: [oldKey, noKey] }, 'fail'],
  ['new key not used yet', { ...old, accessKeys: [aKey(), noKey] }, 'pass'],
  ['new password', { ...old, password: 'enabled', passwordLastChangedAt: daysAgo(5) }, 'pass'],
] as const)('%s', (_, row, outcome) => {
  expect(outcomesOf(userStale, { credentialReport: aReport(aRow(row)) })).toEqual({
    alice: outcome,
  });
});

test('an emergency user is not stale', () => {
  const parts = { credentialReport: aReport(aRow(old)) };
  const settings = { emergencyPrincipals: ['arn:aws:iam::111122223333:user/alice'] };
  expect(outcomesOf(userStale, parts, { settings })).toEqual({ alice: 'pass' });
});

test('is less sure of a user with a credential whose use AWS does not show', () => {
  const credential = { id: 'ACCA1', userName: 'alice', service: 'codecommit.amazonaws.com' };
  const parts = {
    credentialReport: aReport(aRow(old)),
    serviceSpecificCredentials: [{ ...credential, active: true, createdAt: daysAgo(300) }],
  };
  expect(outcomesOf(userStale, parts)).toEqual({ alice: 'warn' });
});

test('is unknown without any date', () => {
  const { createdAt: _, ...undated } = aRow({ user: 'alice' });
  const parts = { credentialReport: aReport(undated) };
  expect(outcomesOf(userStale, parts)).toEqual({ alice: 'unknown' });
});
