import { expect, test } from 'vitest';
import { mfaDeviceKind } from './mfa-device-kind.ts';

test.each([
  ['arn:aws:iam::111122223333:mfa/alice', 'virtual'],
  ['arn:aws:iam::111122223333:u2f/user/alice/key-ABC', 'fido'],
  ['arn:aws-cn:iam::111122223333:sms-mfa/alice', 'sms'],
  ['GAHT12345678', 'hardware-code'],
])('%s', (serialNumber, kind) => {
  expect(mfaDeviceKind(serialNumber)).toBe(kind);
});
