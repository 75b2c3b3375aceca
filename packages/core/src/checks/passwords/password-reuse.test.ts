import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordReuse } from './password-reuse.ts';

test.each([
  ['one too few', aPasswordPolicy({ reusePrevention: 23 }), 'fail'],
  ['just enough', aPasswordPolicy({ reusePrevention: 24 }), 'pass'],
  ["AWS's default", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordReuse, { passwordPolicy })).toBe(outcome);
});

test('fails where nothing is remembered', () => {
  const { reusePrevention: _, ...passwordPolicy } = aPasswordPolicy();
  expect(outcomeOf(passwordReuse, { passwordPolicy })).toBe('fail');
});

test('takes the number from the settings', () => {
  const passwordPolicy = aPasswordPolicy({ reusePrevention: 5 });
  const settings = { passwordReusePrevention: 5 };
  expect(outcomeOf(passwordReuse, { passwordPolicy }, { settings })).toBe('pass');
});
