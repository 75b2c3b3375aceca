import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { monitorCloudtrailChanges } from './monitor-cloudtrail-changes.ts';

test.each<readonly [string, Watched, string]>([
  ['nothing', {}, 'fail'],
  ['stopping', { filters: ['{ $.eventName = StopLogging }'] }, 'warn'],
  [
    'a rule',
    {
      rules: [
        {
          source: ['aws.cloudtrail'],
          detail: { eventName: [{ suffix: 'Trail' }, { prefix: 'St' }] },
        },
      ],
    },
    'pass',
  ],
])('%s', (_, watched, outcome) => {
  expect(outcomeOf(monitorCloudtrailChanges, watching(watched))).toBe(outcome);
});

test('the pattern in its remedy is enough', () => {
  const pattern =
    /metric filter (\{.*\}) on the log group/.exec(monitorCloudtrailChanges.remedy)?.[1] ?? '';
  expect(outcomeOf(monitorCloudtrailChanges, watching({ filters: [pattern] }))).toBe('pass');
});
