import { expect, it } from 'vitest';
import type { JsonRecord } from '../read-json.ts';
import { sumReports } from './sum-reports.ts';

const passing = { fullName: 'passes', status: 'passed' };
const failing = { fullName: 'fails', status: 'failed' };

function report(files: JsonRecord[], success: boolean): JsonRecord {
  return { success, testResults: files };
}

it.each<[string, JsonRecord, string[], { passed: number; failed: number; skipped: number }]>([
  [
    'passes',
    report([{ status: 'passed', assertionResults: [passing, passing] }], true),
    [],
    { passed: 2, failed: 0, skipped: 0 },
  ],
  [
    'a failure explains its step',
    report([{ status: 'failed', assertionResults: [passing, failing] }], false),
    ['test'],
    { passed: 1, failed: 1, skipped: 0 },
  ],
  [
    'a failure explains no other step',
    report([{ status: 'failed', assertionResults: [failing] }], false),
    ['test', 'check', 'test-full'],
    { passed: 0, failed: 3, skipped: 0 },
  ],
  [
    'skipped in three ways',
    report(
      [
        {
          status: 'passed',
          assertionResults: ['skipped', 'pending', 'todo'].map((status) => ({ status })),
        },
      ],
      true,
    ),
    [],
    { passed: 0, failed: 0, skipped: 3 },
  ],
  [
    'a file that does not load',
    report([{ status: 'failed', name: 'a.test.ts', assertionResults: [] }], false),
    ['test'],
    { passed: 0, failed: 1, skipped: 0 },
  ],
  [
    'an unhandled error beside passing tests',
    report([{ status: 'passed', assertionResults: [passing] }], false),
    ['test'],
    { passed: 1, failed: 1, skipped: 0 },
  ],
  ['no tests', report([], true), [], { passed: 0, failed: 0, skipped: 0 }],
  [
    'an unknown status is a failure',
    report([{ status: 'passed', assertionResults: [{ status: 'odd' }] }], true),
    [],
    { passed: 0, failed: 1, skipped: 0 },
  ],
])('%s', (_, content, failedSteps, expected) => {
  const reports = [{ path: 'packages/core/.results/test.json', report: content }];
  const { passed, failed, skipped } = sumReports({ reports, failedSteps });
  expect({ passed, failed: failed.length, skipped: skipped.length }).toEqual(expected);
});

it('names what failed and what was skipped', () => {
  const content = report([{ status: 'failed', assertionResults: [failing] }], false);
  const reports = [{ path: 'tests/.results/test.json', report: content }];
  expect(sumReports({ reports, failedSteps: ['check'] }).failed).toEqual([
    'tests: fails',
    'step check',
  ]);
});
