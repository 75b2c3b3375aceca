import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordUsersCanChange } from './password-users-can-change.ts';

test.each([
  ['allowed', aPasswordPolicy({ allowUsersToChange: true }), 'pass'],
  ['not allowed', aPasswordPolicy({ allowUsersToChange: false }), 'fail'],
  ["AWS's default", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordUsersCanChange, { passwordPolicy })).toBe(outcome);
});
