import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordMaxAge } from './password-max-age.ts';

test.each([
  ['the limit', aPasswordPolicy({ maxAge: 90 }), 'pass'],
  ['a day more', aPasswordPolicy({ maxAge: 91 }), 'fail'],
  ['never', aPasswordPolicy(), 'fail'],
  ["AWS's default, never", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordMaxAge, { passwordPolicy })).toBe(outcome);
});

test('takes the limit from the settings', () => {
  const passwordPolicy = aPasswordPolicy({ maxAge: 180 });
  const settings = { passwordMaxAgeDays: 365 };
  expect(outcomeOf(passwordMaxAge, { passwordPolicy }, { settings })).toBe('pass');
});
