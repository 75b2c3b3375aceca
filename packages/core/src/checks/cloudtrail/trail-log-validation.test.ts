import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aTrail } from '../testing/trails.fixture.ts';
import { trailLogValidation } from './trail-log-validation.ts';

test.each([
  ['with digests', [aTrail()], 'pass'],
  ['without', [aTrail({ logFileValidation: false })], 'fail'],
  ['none', [], 'not-applicable'],
])('%s', (_, trails, outcome) => {
  expect(outcomeOf(trailLogValidation, { trails })).toBe(outcome);
});
