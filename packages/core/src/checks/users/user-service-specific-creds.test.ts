import { expect, test } from 'vitest';
import { findingsOf } from '../testing/outcomes.fixture.ts';
import { aUser, daysAgo } from '../testing/snapshot.fixture.ts';
import { userServiceSpecificCreds } from './user-service-specific-creds.ts';

const users = [aUser({ name: 'alice' })];
const bedrock = {
  id: 'ACCA1',
  userName: 'alice',
  service: 'bedrock.amazonaws.com',
  active: true,
  createdAt: daysAgo(1),
};
const git = { ...bedrock, service: 'codecommit.amazonaws.com' };
const soon = daysAgo(-20);

test.each([
  ['Bedrock, expires', { ...bedrock, expiresAt: soon }, 'pass', 'high'],
  ['Bedrock, never expires', bedrock, 'fail', 'high'],
  ['made for the limit', { ...bedrock, expiresAt: daysAgo(-89) }, 'pass', 'high'],
  ['made for a day more', { ...bedrock, expiresAt: daysAgo(-90) }, 'fail', 'high'],
  ['made for ever', { ...bedrock, expiresAt: daysAgo(-36_000) }, 'fail', 'high'],
  ['as old as the limit', { ...git, createdAt: daysAgo(90) }, 'pass', 'medium'],
  ['older than the limit', { ...bedrock, expiresAt: soon, createdAt: daysAgo(91) }, 'fail', 'high'],
  ['expired', { ...bedrock, expiresAt: daysAgo(1), createdAt: daysAgo(99) }, 'pass', 'high'],
  ['CodeCommit, for which there is no expiry', git, 'pass', 'medium'],
  ['CodeCommit, old', { ...git, createdAt: daysAgo(91) }, 'fail', 'medium'],
  ['a service of later', { ...git, service: 'new.amazonaws.com' }, 'fail', 'medium'],
])('%s', (_, credential, outcome, severity) => {
  const parts = { users, serviceSpecificCredentials: [credential] };
  expect(findingsOf(userServiceSpecificCreds, parts)).toMatchObject([{ outcome, severity }]);
});

test('does not look at inactive ones', () => {
  const parts = { users, serviceSpecificCredentials: [{ ...bedrock, active: false }] };
  expect(findingsOf(userServiceSpecificCreds, parts)).toMatchObject([
    { outcome: 'not-applicable' },
  ]);
});
