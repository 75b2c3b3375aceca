import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { rootMailbox } from './root-mailbox.ts';

test.each([
  ['aws', 'manual'],
  ['aws-cn', 'manual'],
  ['aws-us-gov', 'not-applicable'],
])('%s', (partition, outcome) => {
  expect(outcomeOf(rootMailbox, {}, { partition })).toBe(outcome);
});
