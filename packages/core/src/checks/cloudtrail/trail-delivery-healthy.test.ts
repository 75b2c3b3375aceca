import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aTrail, notTold, stopped } from '../testing/trails.fixture.ts';
import { trailDeliveryHealthy } from './trail-delivery-healthy.ts';

test.each([
  ['delivering', [aTrail()], 'pass'],
  [
    'failing',
    [aTrail({ status: known({ logging: true, deliveryError: 'AccessDenied' }) })],
    'fail',
  ],
  ['stopped', [aTrail({ status: stopped })], 'not-applicable'],
  ['not told', [aTrail({ status: notTold })], 'unknown'],
])('%s', (_, trails, outcome) => {
  expect(outcomeOf(trailDeliveryHealthy, { trails })).toBe(outcome);
});
