import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { stsTokenVersion } from './sts-token-version.ts';

test.each([
  ['version 1', { GlobalEndpointTokenVersion: 1 }, 'aws', 'fail'],
  ['version 2', { GlobalEndpointTokenVersion: 2 }, 'aws', 'pass'],
  ['not told', { Users: 3 }, 'aws', 'unknown'],
  ['GovCloud', { GlobalEndpointTokenVersion: 1 }, 'aws-us-gov', 'not-applicable'],
])('%s', (_, accountSummary, partition, outcome) => {
  expect(outcomeOf(stsTokenVersion, { accountSummary }, { partition })).toBe(outcome);
});
