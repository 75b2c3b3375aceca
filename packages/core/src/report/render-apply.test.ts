import { expect, it } from 'vitest';
import type { ApplyReport, OperationResult } from '../plan/apply-report.ts';
import { plainLayout } from './paint.ts';
import { renderApplySummary, renderResult } from './render-apply.ts';

const result = {
  id: 'x',
  resource: 'role/web',
  action: 'iam:AttachRolePolicy',
  facet: 'managedPolicies/arn:aws:iam::aws:policy/service-role/AWSLambdaRole',
  status: 'done',
} as const satisfies OperationResult;

const report: ApplyReport = {
  planId: 'f',
  scope: 'platform',
  account: '111122223333',
  results: [result],
  warnings: [],
  interrupted: false,
  complete: true,
};

it('names what is attached', () => {
  expect(renderResult(result, plainLayout)).toEqual(['  ✓ iam:AttachRolePolicy  AWSLambdaRole']);
});

it('puts a long name below, whole', () => {
  const long = { ...result, facet: `inlinePolicies/${'n'.repeat(70)}` };
  expect(renderResult(long, plainLayout)).toEqual([
    '  ✓ iam:AttachRolePolicy',
    `    ${'n'.repeat(70)}`,
  ]);
});

it('says why it failed, and what to do', () => {
  const failed = { ...result, facet: '', status: 'failed', message: 'No.', hint: 'Ask.' } as const;
  expect(renderResult(failed, plainLayout)).toEqual([
    '  ✗ iam:AttachRolePolicy',
    '    No.',
    '    → Ask.',
  ]);
});

it.each<[Partial<ApplyReport>, string[]]>([
  [{}, ['Applied 1 operation']],
  [
    {
      complete: false,
      results: [result, { ...result, status: 'failed' }, { ...result, status: 'skipped' }],
    },
    [
      'Applied in part: of 3 operations 1 done, 1 failed, 1 skipped',
      'Run it again to go on: what is done is not done twice.',
    ],
  ],
  [
    { complete: false, interrupted: true, results: [result, { ...result, status: 'not-started' }] },
    [
      'Stopped: of 2 operations 1 done, 1 not started',
      'Run it again to go on: what is done is not done twice.',
    ],
  ],
])('sums up %j', (part, lines) => {
  expect(renderApplySummary({ ...report, ...part }, plainLayout)).toEqual(lines);
});
