import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { type Watched, watching } from '../testing/watchers.fixture.ts';
import { monitorIamPolicyChanges } from './monitor-iam-policy-changes.ts';

test.each<readonly [string, Watched, string]>([
  ['nothing', {}, 'fail'],
  ['some', { filters: ['{($.eventName=PutRolePolicy)||($.eventName=AttachRolePolicy)}'] }, 'warn'],
  ['all of IAM', { filters: ['{ $.eventSource = "iam.amazonaws.com" }'] }, 'pass'],
  [
    'names that end so',
    { filters: ['{ $.eventName = "*Policy" || $.eventName = "*PolicyVersion" }'] },
    'pass',
  ],
  [
    'a rule',
    { rules: [{ source: ['aws.iam'], detail: { eventName: [{ wildcard: '*Policy*' }] } }] },
    'pass',
  ],
  [
    'a rule on all but these',
    {
      rules: [
        {
          source: ['aws.iam'],
          detail: { eventName: [{ 'anything-but': { wildcard: '*Policy*' } }] },
        },
      ],
    },
    'fail',
  ],
  ['a rule of another service', { rules: [{ source: ['aws.s3'] }] }, 'fail'],
])('%s', (_, watched, outcome) => {
  expect(outcomeOf(monitorIamPolicyChanges, watching(watched))).toBe(outcome);
});

test('the pattern in its remedy is enough', () => {
  const pattern =
    /metric filter (\{.*\}) on the log group/.exec(monitorIamPolicyChanges.remedy)?.[1] ?? '';
  expect(outcomeOf(monitorIamPolicyChanges, watching({ filters: [pattern] }))).toBe('pass');
});
