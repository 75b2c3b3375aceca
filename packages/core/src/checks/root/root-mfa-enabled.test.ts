import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRootRow, noKey } from '../testing/snapshot.fixture.ts';
import { rootMfaEnabled } from './root-mfa-enabled.ts';

const none = { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 };

test.each([
  ['MFA', { ...none, AccountMFAEnabled: 1, AccountPasswordPresent: 1 }, 'pass'],
  ['a password only', { ...none, AccountPasswordPresent: 1 }, 'fail'],
  ['a key only', { ...none, AccountAccessKeysPresent: 1 }, 'fail'],
  ['nothing, as centrally managed', none, 'pass'],
  [
    'no MFA and perhaps a password',
    { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0 },
    'unknown',
  ],
  ['who knows', {}, 'unknown'],
])('root has %s', (_, accountSummary, outcome) => {
  expect(outcomeOf(rootMfaEnabled, { accountSummary })).toBe(outcome);
});

test.each([
  ['the report alone: MFA', { mfaActive: true }, 'pass'],
  ['the report alone: password', {}, 'fail'],
  ['the report alone: key', { password: 'disabled', accessKeys: [noKey, aKey()] }, 'fail'],
  ['the report alone: nothing', { password: 'disabled' }, 'pass'],
  ['a password that is not reported', { password: 'not-supported' }, 'unknown'],
  [
    'a password that is not reported, and a key',
    { password: 'not-supported', accessKeys: [noKey, aKey()] },
    'fail',
  ],
] as const)('%s', (_, row, outcome) => {
  expect(outcomeOf(rootMfaEnabled, { credentialReport: aReport(aRootRow(row)) })).toBe(outcome);
});

test('believes the summary, which is of now, not the report', () => {
  const parts = {
    accountSummary: { ...none, AccountMFAEnabled: 1, AccountPasswordPresent: 1 },
    credentialReport: aReport(aRootRow({ mfaActive: false, password: 'not-supported' })),
  };
  expect(outcomeOf(rootMfaEnabled, parts)).toBe('pass');
});

test('a key without MFA fails, whatever is known of the password', () => {
  const accountSummary = { AccountMFAEnabled: 0, AccountAccessKeysPresent: 1 };
  const credentialReport = aReport(aRootRow({ password: 'not-supported' }));
  expect(outcomeOf(rootMfaEnabled, { accountSummary })).toBe('fail');
  expect(outcomeOf(rootMfaEnabled, { accountSummary, credentialReport })).toBe('fail');
});

test('does not apply to GovCloud, where root has no password to sign in with', () => {
  const parts = { accountSummary: { ...none, AccountPasswordPresent: 1 } };
  expect(outcomeOf(rootMfaEnabled, parts, { partition: 'aws-us-gov' })).toBe('not-applicable');
});

test('says what could not be read', () => {
  expect(findingsOf(rootMfaEnabled, {})).toMatchObject([
    {
      outcome: 'unknown',
      evidence: { missingParts: ['accountSummary', 'credentialReport'] },
    },
  ]);
});
