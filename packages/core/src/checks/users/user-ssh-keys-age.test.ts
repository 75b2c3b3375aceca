import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { arnOf, aUser, daysAgo } from '../testing/snapshot.fixture.ts';
import { userSshKeysAge } from './user-ssh-keys-age.ts';

const users = [aUser({ name: 'alice', path: '/team/' })];
const key = { id: 'APKA1', userName: 'alice', active: true, uploadedAt: daysAgo(1) };

test.each([
  ['as old as the limit', { uploadedAt: daysAgo(180) }, { 'alice#APKA1': 'pass' }],
  ['a day older', { uploadedAt: daysAgo(181) }, { 'alice#APKA1': 'fail' }],
  ['of tomorrow', { uploadedAt: daysAgo(-1) }, { 'alice#APKA1': 'pass' }],
  ['inactive', { uploadedAt: daysAgo(999), active: false }, { root: 'not-applicable' }],
])('%s', (_, changes, expected) => {
  const parts = { users, sshPublicKeys: [{ ...key, ...changes }] };
  expect(outcomesOf(userSshKeysAge, parts)).toEqual(expected);
});

test('names the user by its ARN, path and all', () => {
  const [finding] = findingsOf(userSshKeysAge, { users, sshPublicKeys: [key] });
  expect(finding?.subject).toBe(arnOf('user', 'alice', '/team/'));
});
