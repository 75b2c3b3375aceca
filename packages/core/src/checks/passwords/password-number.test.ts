import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordNumber } from './password-number.ts';

test.each([
  ['required', aPasswordPolicy({ requireNumbers: true }), 'pass'],
  ['not required', aPasswordPolicy({ requireNumbers: false }), 'fail'],
  ["AWS's default, any three of four classes", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordNumber, { passwordPolicy })).toBe(outcome);
});
