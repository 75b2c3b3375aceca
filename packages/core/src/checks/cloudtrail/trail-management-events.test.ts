import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aTrail, events, notTold, stopped } from '../testing/trails.fixture.ts';
import { trailManagementEvents } from './trail-management-events.ts';

test.each([
  ['none', [], 'fail'],
  ['all', [aTrail()], 'pass'],
  ['writing only', [aTrail(events(false, true))], 'fail'],
  ['all but a service', [aTrail(events(true, true, 'kms.amazonaws.com'))], 'warn'],
  [
    'all, and all but a service',
    [aTrail(), aTrail(events(true, true, 'kms.amazonaws.com'))],
    'pass',
  ],
  ['all, stopped', [aTrail({ status: stopped })], 'fail'],
  ['not told', [aTrail({ managementEvents: notTold })], 'unknown'],
  ['stopped and not told', [aTrail({ status: stopped, managementEvents: notTold })], 'fail'],
])('%s', (_, trails, outcome) => {
  expect(outcomeOf(trailManagementEvents, { trails })).toBe(outcome);
});
