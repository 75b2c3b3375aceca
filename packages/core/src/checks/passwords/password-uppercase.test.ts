import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordUppercase } from './password-uppercase.ts';

test.each([
  ['required', aPasswordPolicy({ requireUppercase: true }), 'pass'],
  ['not required', aPasswordPolicy({ requireUppercase: false }), 'fail'],
  ["AWS's default, any three of four classes", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordUppercase, { passwordPolicy })).toBe(outcome);
});
