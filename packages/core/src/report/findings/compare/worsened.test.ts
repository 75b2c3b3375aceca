import { expect, it } from 'vitest';
import { aFinding, exception, rootArn } from '../testing/report.fixture.ts';
import { compareRuns } from './compare-runs.ts';
import { worsened } from './worsened.ts';

type Findings = readonly ReturnType<typeof aFinding>[];

const [then, now] = [new Date('2026-11-13T12:00:00Z'), new Date('2026-11-20T12:00:00Z')];
const open = aFinding();
const passed = aFinding({ outcome: 'pass' });
const unknown = aFinding({ outcome: 'unknown' });
const warned = aFinding({ outcome: 'warn' });
const excepted = aFinding({ exception });

it.each<[string, Findings, Findings, number]>([
  ['it fails now', [passed], [open], 1],
  ['it was a warning', [warned], [open], 1],
  ['nobody could read it', [unknown], [open], 1],
  ['nobody could read any of its kind', [aFinding({ ...unknown, subject: rootArn })], [open], 1],
  ['its exception ended', [excepted], [open], 1],
  ['it passed, and nobody can read it now', [passed], [unknown], 1],
  ['it weighs more', [open], [aFinding({ severity: 'critical' })], 1],
  ['it was so before', [open], [open], 0],
  ['it failed, and nobody can read it now', [open], [unknown], 0],
  ['nobody could read it then, nor now', [unknown], [unknown], 0],
  ['it passes now', [open], [passed], 0],
  ['it was unknown and passes', [unknown], [passed], 0],
  ['it is only a warning now', [open], [warned], 0],
  ['it is excepted now', [open], [excepted], 0],
  ['its check did not run then', [], [open], 0],
])('%s', (_, before, after, worse) => {
  const compared = compareRuns(
    { takenAt: then, findings: before },
    { takenAt: now, findings: after },
  );
  expect(worsened(compared)).toHaveLength(worse);
});
