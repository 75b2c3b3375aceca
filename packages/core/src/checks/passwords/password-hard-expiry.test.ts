import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordHardExpiry } from './password-hard-expiry.ts';

test.each([
  ['hard, and passwords expire', aPasswordPolicy({ hardExpiry: true, maxAge: 90 }), 'fail'],
  ['hard, and passwords do not expire', aPasswordPolicy({ hardExpiry: true }), 'pass'],
  ['soft', aPasswordPolicy({ hardExpiry: false, maxAge: 90 }), 'pass'],
  ["AWS's default", null, 'pass'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordHardExpiry, { passwordPolicy })).toBe(outcome);
});
