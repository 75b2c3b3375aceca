import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { monitorOrgChanges } from './monitor-org-changes.ts';

test.each<readonly [string, Watched, string]>([
  ['nothing', {}, 'fail'],
  [
    'one',
    {
      filters: [
        '{ $.eventSource = organizations.amazonaws.com && $.eventName = LeaveOrganization }',
      ],
    },
    'warn',
  ],
  ['all', { filters: ['{ $.eventSource = organizations.amazonaws.com }'] }, 'pass'],
  ['a rule', { rules: [{ detail: { eventSource: ['organizations.amazonaws.com'] } }] }, 'pass'],
])('%s', (_, watched, outcome) => {
  expect(outcomeOf(monitorOrgChanges, watching(watched))).toBe(outcome);
});

test('the pattern in its remedy is enough', () => {
  const pattern =
    /metric filter (\{.*\}) on the log group/.exec(monitorOrgChanges.remedy)?.[1] ?? '';
  expect(outcomeOf(monitorOrgChanges, watching({ filters: [pattern] }))).toBe('pass');
});
