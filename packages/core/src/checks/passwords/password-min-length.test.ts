import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordMinLength } from './password-min-length.ts';

test.each([
  ['one too few', aPasswordPolicy({ minimumLength: 13 }), 'fail'],
  ['just enough', aPasswordPolicy({ minimumLength: 14 }), 'pass'],
  ["AWS's default", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordMinLength, { passwordPolicy })).toBe(outcome);
});

test("AWS's default passes where eight are enough", () => {
  const settings = { passwordMinimumLength: 8 };
  expect(outcomeOf(passwordMinLength, { passwordPolicy: null }, { settings })).toBe('pass');
});
