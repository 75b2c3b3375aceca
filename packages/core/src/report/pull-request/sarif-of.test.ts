import { expect, it } from 'vitest';
import type { PullRequestReport } from './pull-request-report.ts';
import { sarifOf } from './sarif-of.ts';
import { emptyReport, scenarios } from './testing/scenarios.fixture.ts';

const sarifOptions = { version: '1.2.3', file: 'rolecall.yaml' };
const lint = {
  level: 'error' as const,
  code: 'MISSING_ACTION',
  message: 'Add [an] action.',
  position: { file: 'iam/my app.json', line: 3, column: 5 },
  learnMore: 'https://docs.example.com/a',
};

function fingerprints(report: PullRequestReport): readonly string[] {
  const text = JSON.stringify(sarifOf(report, sarifOptions));
  return [...text.matchAll(/"primaryLocationLineHash":"([^"]+)"/g)].map(([, hash]) => hash ?? '');
}

it('makes one run with rules that are explained', () => {
  expect(sarifOf({ ...emptyReport, lint: [lint] }, sarifOptions)).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Rolecall',
            version: '1.2.3',
            rules: [
              { id: 'MISSING_ACTION', helpUri: lint.learnMore, help: { text: expect.any(String) } },
            ],
          },
        },
        results: [
          {
            ruleId: 'MISSING_ACTION',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Add \\[an\\] action.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'iam/my%20app.json' },
                  region: { startLine: 3, startColumn: 5 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

it('knows a finding again on another line, and tells two of a kind apart', () => {
  const moved = { ...lint, position: { ...lint.position, line: 30 } };
  const one = fingerprints({ ...emptyReport, lint: [lint] });
  expect(fingerprints({ ...emptyReport, lint: [moved] })).toEqual(one);
  expect(new Set(fingerprints({ ...emptyReport, lint: [lint, moved] })).size).toBe(2);
  expect(fingerprints({ ...emptyReport, lint: [{ ...lint, message: 'Other.' }] })).not.toEqual(one);
});

it('gives what has no place of its own to the manifest', async () => {
  const report = (await scenarios['deletes-used-role']?.()) ?? emptyReport;
  expect(JSON.stringify(sarifOf(report, sarifOptions))).toContain('"uri":"rolecall.yaml"');
});
