import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aTrail, notTold, stopped } from '../testing/trails.fixture.ts';
import { trailMultiRegion } from './trail-multi-region.ts';

test.each([
  ['none', [], 'fail'],
  ['one of all Regions', [aTrail()], 'pass'],
  ['one of the organization', [aTrail({ organization: true })], 'pass'],
  ['one of one Region', [aTrail({ multiRegion: false })], 'fail'],
  [
    'one of all Regions that stopped, one of one',
    [aTrail({ status: stopped }), aTrail({ multiRegion: false })],
    'fail',
  ],
  ['one that is not told', [aTrail({ status: notTold })], 'unknown'],
  ['one of one Region that is not told', [aTrail({ status: notTold, multiRegion: false })], 'fail'],
])('%s', (_, trails, outcome) => {
  expect(outcomeOf(trailMultiRegion, { trails })).toBe(outcome);
});
