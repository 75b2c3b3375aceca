import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy } from '../testing/snapshot.fixture.ts';
import { passwordSymbol } from './password-symbol.ts';

test.each([
  ['required', aPasswordPolicy({ requireSymbols: true }), 'pass'],
  ['not required', aPasswordPolicy({ requireSymbols: false }), 'fail'],
  ["AWS's default, any three of four classes", null, 'fail'],
] as const)('%s', (_, passwordPolicy, outcome) => {
  expect(outcomeOf(passwordSymbol, { passwordPolicy })).toBe(outcome);
});
