import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRow, noKey } from '../testing/snapshot.fixture.ts';
import { userPasswordAndKeys } from './user-password-and-keys.ts';

const key = [noKey, aKey()] as const;

test.each([
  ['both', 'enabled', key, 'fail'],
  ['a password', 'enabled', [noKey, noKey], 'pass'],
  ['a password and an inactive key', 'enabled', [aKey({ active: false }), noKey], 'pass'],
  ['a key', 'disabled', key, 'pass'],
  ['a key and perhaps a password', 'unknown', key, 'unknown'],
] as const)('%s', (_, password, accessKeys, outcome) => {
  const credentialReport = aReport(aRow({ user: 'alice', password, accessKeys }));
  expect(outcomesOf(userPasswordAndKeys, { credentialReport })).toEqual({ alice: outcome });
});
