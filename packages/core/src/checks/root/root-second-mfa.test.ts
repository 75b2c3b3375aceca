import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { rootSecondMfa } from './root-second-mfa.ts';

test.each([
  ['MFA', { AccountMFAEnabled: 1, AccountPasswordPresent: 1 }, 'manual'],
  ['no MFA', { AccountMFAEnabled: 0, AccountPasswordPresent: 1 }, 'fail'],
  ['managed centrally', { AccountMFAEnabled: 0, AccountPasswordPresent: 0 }, 'not-applicable'],
  ['nothing told', {}, 'unknown'],
])('%s', (_, accountSummary, outcome) => {
  expect(outcomeOf(rootSecondMfa, { accountSummary })).toBe(outcome);
});

test('is unknown where nothing could be read', () => {
  expect(outcomeOf(rootSecondMfa, {})).toBe('unknown');
});

test('does not apply in GovCloud', () => {
  expect(outcomeOf(rootSecondMfa, {}, { partition: 'aws-us-gov' })).toBe('not-applicable');
});
