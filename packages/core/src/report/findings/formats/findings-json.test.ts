import { expect, it } from 'vitest';
import { compareRuns } from '../compare/compare-runs.ts';
import { aFinding, aReport, everyFinding, hostile } from '../testing/report.fixture.ts';
import { findingsJson, findingsJsonSchema, readComparedRun } from './findings-json.ts';
import { findingsJsonLines } from './findings-json-lines.ts';

const before = {
  takenAt: new Date('2026-11-01T00:00:00Z'),
  findings: [aFinding({ outcome: 'pass' })],
};
const after = { takenAt: new Date('2026-11-20T11:59:00Z'), findings: everyFinding };
const report = aReport({ comparison: compareRuns(before, after) });

it('is read back by its own schema, as it was', () => {
  const value = JSON.parse(JSON.stringify(findingsJson(report)));
  expect(findingsJsonSchema.parse(value)).toEqual(value);
  expect(value).toMatchObject({
    schemaVersion: 1,
    summary: { fail: 2, unknown: 1, warn: 1, manual: 1, pass: 1, 'not-applicable': 1, excepted: 1 },
    areas: [
      { title: 'Root user', score: null },
      { title: 'Users & keys', score: 0 },
    ],
    comparison: { new: [aFinding().id], onlyAfter: ['root-mfa', 'user-mfa', 'strange'] },
  });
});

it('can be compared with later', () => {
  const run = readComparedRun(JSON.parse(JSON.stringify(findingsJson(report))));
  expect(run.findings).toEqual(everyFinding.map((each) => JSON.parse(JSON.stringify(each))));
  expect(compareRuns(run, run)).toMatchObject({ new: [], fixed: [], changed: [], gone: [] });
  expect(() => readComparedRun({ findings: [] })).toThrow();
});

it('has lines that each are one finding', () => {
  const lines = findingsJsonLines(report).split('\n');
  expect(lines).toHaveLength(everyFinding.length + 1);
  expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ account: '111122223333', area: null });
  expect(JSON.parse(lines.at(-2) ?? '').message).toBe(JSON.parse(JSON.stringify(hostile)));
  expect(findingsJsonLines(aReport({ findings: [] }))).toBe('');
});
