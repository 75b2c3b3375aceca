import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordLowercase } from './password-lowercase.ts';

test.each([
  ['required', aPasswordPolicy({ requireLowercase: true }), 'pass'],
  ['not required', aPasswordPolicy({ requireLowercase: false }), 'fail'],
  ["AWS's default, any three of four classes", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordLowercase, { passwordPolicy })).toBe(outcome);
});
