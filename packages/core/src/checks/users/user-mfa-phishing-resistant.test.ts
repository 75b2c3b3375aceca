import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRow } from '../testing/snapshot.fixture.ts';
import { userMfaPhishingResistant } from './user-mfa-phishing-resistant.ts';

const app = 'arn:aws:iam::111122223333:mfa/app';
const sms = 'arn:aws:iam::111122223333:sms-mfa/phone';
const fido = 'arn:aws:iam::111122223333:u2f/user/alice/key';
const alice = { user: 'alice', password: 'enabled', mfaActive: true } as const;

test.each([
  ['an app', alice, [app], { alice: 'fail' }],
  ['an app and text messages', alice, [app, sms], { alice: 'fail' }],
  ['an app beside a passkey', alice, [app, fido], { alice: 'pass' }],
  ['a hardware token', alice, [app, 'GAHT12345678'], { alice: 'warn' }],
  ['no MFA', { ...alice, mfaActive: false }, [], { alice: 'fail' }],
  ['MFA that was not listed', alice, [], { alice: 'unknown' }],
  ['no password', { ...alice, password: 'disabled' }, [app], { root: 'not-applicable' }],
] as const)('%s', (_, row, serials, expected) => {
  const parts = {
    credentialReport: aReport(aRow(row)),
    mfaDevices: serials.map((serialNumber) => ({ userName: 'alice', serialNumber })),
  };
  expect(outcomesOf(userMfaPhishingResistant, parts)).toEqual(expected);
});

test("does not count another user's device", () => {
  const parts = {
    credentialReport: aReport(aRow(alice)),
    mfaDevices: [
      { userName: 'alice', serialNumber: app },
      { userName: 'alice2', serialNumber: fido },
    ],
  };
  expect(outcomesOf(userMfaPhishingResistant, parts)).toEqual({ alice: 'fail' });
});

test('is unknown while the devices are', () => {
  const credentialReport = aReport(aRow(alice));
  expect(outcomesOf(userMfaPhishingResistant, { credentialReport })).toEqual({ root: 'unknown' });
});
