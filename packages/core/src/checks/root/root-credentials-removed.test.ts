import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aReport, aRootRow } from '../testing/snapshot.fixture.ts';
import { rootCredentialsRemoved } from './root-credentials-removed.ts';

const member = { id: 'o-1', managementAccountId: '999999999999', featureSet: 'ALL' };
const none = {
  AccountPasswordPresent: 0,
  AccountAccessKeysPresent: 0,
  AccountSigningCertificatesPresent: 0,
};

test.each([
  ['a member without credentials', member, none, 'pass'],
  ['a password', member, { ...none, AccountPasswordPresent: 1 }, 'fail'],
  ['a key', member, { ...none, AccountAccessKeysPresent: 1 }, 'fail'],
  ['a certificate', member, { ...none, AccountSigningCertificatesPresent: 1 }, 'fail'],
  ['a key, and nothing told of the rest', member, { AccountAccessKeysPresent: 1 }, 'fail'],
  ['nothing told', member, {}, 'unknown'],
  ['the management account', { ...member, managementAccountId: account }, none, 'not-applicable'],
  ['an account on its own', null, { ...none, AccountPasswordPresent: 1 }, 'not-applicable'],
])('%s', (_, organization, accountSummary, outcome) => {
  expect(outcomeOf(rootCredentialsRemoved, { organization, accountSummary })).toBe(outcome);
});

test('lists what is left, from the report where there is no summary', () => {
  const credentialReport = aReport(aRootRow({ password: 'enabled' }));
  const [finding] = findingsOf(rootCredentialsRemoved, { organization: member, credentialReport });
  expect(finding).toMatchObject({ outcome: 'fail', message: expect.stringContaining('password') });
});

test('is unknown while the organization is', () => {
  expect(outcomeOf(rootCredentialsRemoved, { accountSummary: none })).toBe('unknown');
});
