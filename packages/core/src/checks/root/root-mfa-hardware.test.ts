import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { arnOf, rootArn } from '../testing/snapshot.fixture.ts';
import { rootMfaHardware } from './root-mfa-hardware.ts';

const accountSummary = { AccountMFAEnabled: 1, AccountPasswordPresent: 1 };
const rootSerial = arnOf('mfa', 'root-account-mfa-device');

test.each([
  ['no virtual device', [], 'pass'],
  ["root's virtual device", [{ serialNumber: rootSerial, userArn: rootArn }], 'fail'],
  ['a device of root under another name', [{ serialNumber: 'x', userArn: rootArn }], 'fail'],
  ['no user, but the serial of root', [{ serialNumber: rootSerial }], 'fail'],
  [
    'a device of the user rootadmin',
    [{ serialNumber: arnOf('mfa', 'rootadmin'), userArn: arnOf('user', 'rootadmin') }],
    'pass',
  ],
  [
    "a user's device that is called after root's",
    [{ serialNumber: rootSerial, userArn: arnOf('user', 'alice') }],
    'pass',
  ],
  [
    "another account's root",
    [{ serialNumber: 'x', userArn: 'arn:aws:iam::999999999999:root' }],
    'pass',
  ],
])('%s', (_, virtualMfaDevices, outcome) => {
  expect(outcomeOf(rootMfaHardware, { accountSummary, virtualMfaDevices })).toBe(outcome);
});

test.each([
  ['no MFA at all', { ...accountSummary, AccountMFAEnabled: 0 }, 'fail'],
  ['no password', { ...accountSummary, AccountPasswordPresent: 0 }, 'not-applicable'],
  ['MFA not told', { AccountPasswordPresent: 1 }, 'unknown'],
  ['password not told', { AccountMFAEnabled: 1 }, 'unknown'],
])('%s', (_, summary, outcome) => {
  const parts = { accountSummary: summary, virtualMfaDevices: [] };
  expect(outcomeOf(rootMfaHardware, parts)).toBe(outcome);
});

test('knows root of other partitions', () => {
  const userArn = 'arn:aws-cn:iam::111122223333:root';
  const parts = { accountSummary, virtualMfaDevices: [{ serialNumber: 'x', userArn }] };
  expect(outcomeOf(rootMfaHardware, parts, { partition: 'aws-cn' })).toBe('fail');
  expect(outcomeOf(rootMfaHardware, parts)).toBe('pass');
});

test('is unknown while the virtual devices are', () => {
  expect(outcomeOf(rootMfaHardware, { accountSummary })).toBe('unknown');
});
