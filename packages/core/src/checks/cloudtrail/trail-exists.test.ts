import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aTrail, notTold, stopped } from '../testing/trails.fixture.ts';
import { trailExists } from './trail-exists.ts';

test.each([
  ['none', [], 'fail'],
  ['one', [aTrail()], 'pass'],
  ['one that stopped', [aTrail({ status: stopped })], 'fail'],
  ['one that is not told', [aTrail({ status: notTold })], 'unknown'],
  ['one of each', [aTrail({ status: notTold }), aTrail()], 'pass'],
])('%s', (_, trails, outcome) => {
  expect(outcomeOf(trailExists, { trails })).toBe(outcome);
});
