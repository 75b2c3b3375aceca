import { expect, test } from 'vitest';
import { partsForChecks } from '../verbs/check-account.ts';
import { passwordMinLength } from './passwords/password-min-length.ts';
import { passwordPolicyExists } from './passwords/password-policy-exists.ts';
import { rootNotUsed } from './root/root-not-used.ts';
import { findingsOf, outcomeOf, outcomesOf } from './testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aKey,
  aPasswordPolicy,
  aReport,
  aRow,
  attach,
  aUser,
  daysAgo,
  noKey,
} from './testing/snapshot.fixture.ts';
import { adminUserMfa } from './users/admin-user-mfa.ts';
import { keyAge } from './users/key-age.ts';
import { userConsoleMfa } from './users/user-console-mfa.ts';

/** The report is of 11:00 of the day; users and rows are ten days old unless told otherwise. */
const later = '2026-11-20T11:30:00Z';
const alice = aUser({ name: 'alice' });
const row = aRow({
  user: 'alice',
  password: 'enabled',
  accessKeys: [aKey({ lastRotatedAt: daysAgo(400) }), aKey({ lastRotatedAt: daysAgo(401) })],
});
const tenDaysAgo = Date.parse(daysAgo(10));

test.each([
  ['of the same moment', alice, row, { alice: 'fail' }],
  [
    'of a minute later',
    alice,
    { ...row, createdAt: new Date(tenDaysAgo + 60_000).toISOString() },
    { alice: 'fail' },
  ],
  [
    'of more than a minute later',
    alice,
    { ...row, createdAt: new Date(tenDaysAgo + 61_000).toISOString() },
    { alice: 'unknown' },
  ],
  [
    'of an earlier user of this name',
    alice,
    { ...row, createdAt: daysAgo(300) },
    { alice: 'unknown' },
  ],
  [
    'older than the user',
    { ...alice, createdAt: later },
    { ...row, createdAt: later },
    { alice: 'unknown' },
  ],
  ['of another user', aUser({ name: 'bob' }), row, { bob: 'unknown' }],
] as const)('a row %s', (_, user, reported, expected) => {
  const parts = { users: [user], credentialReport: aReport(reported) };
  expect(outcomesOf(userConsoleMfa, parts)).toEqual(expected);
});

test('a new user is unknown once, with the time of the report, however many keys a row shows', () => {
  const parts = { users: [{ ...alice, createdAt: later }], credentialReport: aReport(row) };
  expect(findingsOf(keyAge, parts)).toMatchObject([
    {
      id: 'key-age:arn:aws:iam::111122223333:user/alice',
      outcome: 'unknown',
      message:
        'alice: the credential report of 2026-11-20T11:00:00Z does not know this user yet; ' +
        'AWS makes a new one at most every four hours.',
    },
  ]);
});

test('without the users, the report is believed', () => {
  expect(outcomesOf(userConsoleMfa, { credentialReport: aReport(row) })).toEqual({ alice: 'fail' });
});

test('a deleted user leaves nothing to look at', () => {
  const parts = { users: [], credentialReport: aReport(row) };
  expect(outcomesOf(userConsoleMfa, parts)).toEqual({ root: 'not-applicable' });
});

test('a new user that a check does not concern is not named', () => {
  const admin = aUser({
    name: 'bob',
    createdAt: later,
    attachedPolicies: attach(administratorAccess),
  });
  const parts = {
    users: [aUser({ name: 'carol', createdAt: later }), admin],
    groups: [],
    policies: [administratorAccess],
    credentialReport: aReport(),
  };
  expect(outcomesOf(adminUserMfa, parts)).toEqual({ bob: 'unknown' });
});

test('what is said of root stays', () => {
  const parts = { users: [alice], credentialReport: aReport() };
  expect(outcomesOf(rootNotUsed, parts)).toEqual({ root: 'pass' });
});

const without = aRow({ user: 'alice', accessKeys: [aKey(), noKey] });

test.each([
  ['a user without a password', [alice], [without], 'not-applicable'],
  ['a user that is not in the report', [alice, aUser({ name: 'new' })], [without], 'fail'],
  ['a user made anew', [{ ...alice, createdAt: later }], [without], 'fail'],
  ['the password of a deleted user', [], [row], 'not-applicable'],
] as const)('the password policy, with %s', (_, users, rows, outcome) => {
  const passwordPolicy = aPasswordPolicy({ minimumLength: 8 });
  const parts = { users, credentialReport: aReport(...rows) };
  expect(outcomeOf(passwordMinLength, { ...parts, passwordPolicy })).toBe(outcome);
  expect(outcomeOf(passwordPolicyExists, { ...parts, passwordPolicy: null })).toBe(outcome);
});

test('the users are read with the report', () => {
  expect(partsForChecks([keyAge])).toEqual(['credentialReport', 'users']);
  expect(partsForChecks([passwordMinLength])).toContain('users');
  expect(partsForChecks([rootNotUsed])).toEqual(['credentialReport']);
});
