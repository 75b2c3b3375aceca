import { expect, test } from 'vitest';
import { unknown } from '../../model/part.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { monitorRootUsage } from './monitor-root-usage.ts';

const filter =
  '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}';
const rule = { detail: { userIdentity: { type: ['Root'] } } };
const signIn = { 'detail-type': ['AWS Console Sign In via CloudTrail'], ...rule };

test.each<readonly [string, Watched, string]>([
  ['nothing', {}, 'fail'],
  ['a filter', { filters: [filter] }, 'pass'],
  ['a filter in a Region of its own', { filters: [filter], region: 'eu-west-1' }, 'pass'],
  ['a filter with an alarm nobody hears', { filters: [filter], subscriptions: 0 }, 'fail'],
  ['a filter with an alarm that is off', { filters: [filter], actionsEnabled: false }, 'fail'],
  ['a filter on users', { filters: ['{ $.userIdentity.type = "IAMUser" }'] }, 'fail'],
  ['a filter on text', { filters: ['Root'] }, 'fail'],
  ['a rule', { rules: [rule] }, 'pass'],
  ['a rule on sign-in only', { rules: [signIn] }, 'warn'],
  ['a rule that is off', { rules: [rule], enabled: false }, 'fail'],
  ['a rule elsewhere', { rules: [rule], region: 'eu-west-1' }, 'fail'],
])('%s', (_, watched, outcome) => {
  expect(outcomeOf(monitorRootUsage, watching(watched))).toBe(outcome);
});

test('is unknown while a Region was not read', () => {
  const denied = unknown({
    code: 'ACCESS_DENIED',
    message: 'no',
    permission: 'logs:DescribeMetricFilters',
  });
  const parts = watching({});
  const metricFilters = { ...parts.metricFilters, 'eu-west-1': denied };
  expect(outcomeOf(monitorRootUsage, { ...parts, metricFilters })).toBe('unknown');
  const seen = watching({ rules: [rule] });
  expect(outcomeOf(monitorRootUsage, { ...seen, metricFilters })).toBe('pass');
});
