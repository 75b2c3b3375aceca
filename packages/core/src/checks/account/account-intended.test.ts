import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { accountIntended } from './account-intended.ts';

test.each([
  ['not configured', [], 'manual'],
  ['among those expected', ['999999999999', account], 'pass'],
  ['another', ['999999999999'], 'fail'],
])('%s', (_, expectedAccounts, outcome) => {
  expect(outcomeOf(accountIntended, {}, { settings: { expectedAccounts } })).toBe(outcome);
});
