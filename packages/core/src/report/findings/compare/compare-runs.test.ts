import { describe, expect, it } from 'vitest';
import { plainLayout } from '../../paint.ts';
import { aFinding, exception, rootArn } from '../testing/report.fixture.ts';
import { compareRuns } from './compare-runs.ts';
import { renderComparison } from './render-comparison.ts';

type Findings = readonly ReturnType<typeof aFinding>[];

const [then, now] = [new Date('2026-11-13T12:00:00Z'), new Date('2026-11-20T12:00:00Z')];

function compare(before: Findings, after: Findings) {
  return compareRuns({ takenAt: then, findings: before }, { takenAt: now, findings: after });
}

const open = aFinding();
const passed = aFinding({ outcome: 'pass' });
const none = aFinding({ outcome: 'not-applicable' });
const unknown = aFinding({ outcome: 'unknown' });
const excepted = aFinding({ exception });
const other = aFinding({ subject: 'arn:aws:iam::111122223333:user/bob', outcome: 'pass' });
const blind = aFinding({ subject: rootArn, outcome: 'unknown' });
const otherBlind = aFinding({ subject: 'arn:aws:iam::111122223333:user/bob', outcome: 'unknown' });

describe('what became of a finding', () => {
  it.each<[string, Findings, Findings, string]>([
    ['it fails now', [passed], [open], 'new'],
    ['it applies now, and fails', [none], [open], 'new'],
    ['its subject is new', [other], [other, open], 'new'],
    ['its subject is new, another was unseen', [otherBlind], [other, open], 'changed,new'],
    ['nobody could see before', [blind], [open], 'changed'],
    ['it was unknown', [unknown], [open], 'changed'],
    ['its check is new', [], [open], ''],
    ['it passes now', [open], [passed], 'fixed'],
    ['it does not apply any more', [open], [none], 'fixed'],
    ['it was excepted and passes', [excepted], [passed], 'fixed'],
    ['it is unknown now', [open], [unknown], 'changed'],
    ['it is excepted now', [open], [excepted], 'changed'],
    ['its exception ended', [excepted], [open], 'changed'],
    ['it passed and is unknown now', [passed], [unknown], 'changed'],
    ['it was unknown and passes', [unknown], [passed], 'changed'],
    ['its subject is gone', [open, other], [other], 'gone'],
    ['its subject is gone, another is unseen', [open, other], [otherBlind], 'gone,changed'],
    ['nobody can see now', [open], [blind], 'changed,changed'],
    ['its check did not run', [open], [], ''],
    ['it is as it was', [open], [open], 'stillOpen'],
    ['it is only worse', [open], [aFinding({ severity: 'high' })], 'changed'],
    ['it is a warning now', [open], [aFinding({ outcome: 'warn' })], 'changed'],
    ['it passes still', [passed], [passed], ''],
    ['it passed and its subject is gone', [passed, other], [other], ''],
    [
      'an exception expired',
      [open],
      [open, aFinding({ check: 'exception-expired' })],
      'stillOpen,new',
    ],
  ])('%s', (_, before, after, kinds) => {
    const { new: fresh, fixed, stillOpen, changed, gone } = compare(before, after);
    const found = { gone, fixed, stillOpen, changed, new: fresh };
    const said = Object.entries(found).flatMap(([kind, list]) => list.map(() => kind));
    expect(said.join()).toBe(kinds);
  });
});

it('names the checks of only one run', () => {
  const compared = compare([aFinding({ check: 'a' })], [aFinding({ check: 'b' })]);
  expect(compared).toMatchObject({ onlyBefore: ['a'], onlyAfter: ['b'], new: [], fixed: [] });
});

it('is shown in a terminal', () => {
  const compared = compare(
    [passed, aFinding({ check: 'b' }), aFinding({ check: 'c' }), aFinding({ check: 'd' })],
    [open, aFinding({ check: 'b', outcome: 'pass' }), aFinding({ check: 'c', severity: 'low' })],
  );
  expect(`${renderComparison(compared, plainLayout).join('\n')}\n`).toMatchInlineSnapshot(`
    "Since 2026-11-13 12:00 UTC: 1 new, 1 fixed, 0 still open, 1 changed, 0 gone

    NEW
    + key-age  user/alice  medium
        Access key 1 of alice is 1200 days old; the limit is 90.

    FIXED
    ✓ b  user/alice  medium
        Access key 1 of alice is 1200 days old; the limit is 90.

    CHANGED
    ~ c  user/alice  low
        Failed, medium → Failed, low

    Not compared, since they did not run now: d.
    "
  `);
});
