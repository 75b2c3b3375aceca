import { expect, test } from 'vitest';
import type { Control } from '../compliance/framework.ts';
import type { ComplianceReport, ControlReport } from '../compliance/report-compliance.ts';
import { plainLayout } from './paint.ts';
import { renderCompliance } from './render-compliance.ts';
import { renderComplianceMarkdown } from './render-compliance-markdown.ts';

const manual = { kind: 'manual', words: 'Ask.' } as const;
const userArn = 'arn:aws:iam::111122223333:user/alice';

function controlReport(control: Omit<Control, 'automation'>, report: Partial<ControlReport>) {
  return {
    ...{ control: { ...control, automation: manual }, status: 'pass' as const },
    ...{ findings: [], words: [], loosened: [], ...report },
  };
}

const controls: readonly ControlReport[] = [
  controlReport(
    { id: '1.1', title: 'The contact details of the account are right and reach people', level: 1 },
    { status: 'manual', words: ['Look at the contact details and tell whether they are right.'] },
  ),
  controlReport(
    { id: '1.10', title: 'Keys | passwords of *users* are used', severity: 'medium' },
    {
      status: 'fail',
      findings: Array.from({ length: 7 }, (_, index) => `key-unused:${userArn}#key-${index}`),
      loosened: [{ setting: 'credentialUnusedDays', wanted: 45, ran: 60 }],
    },
  ),
  controlReport({ id: '1.11', title: 'Root' }, { findings: ['root-not-used:x'] }),
  controlReport({ id: '1.12', title: 'Trails' }, { status: 'not-applicable' }),
  controlReport({ id: '1.13', title: 'Roles' }, { status: 'unknown', words: ['Not run.'] }),
];

const report: ComplianceReport = {
  profile: {
    ...{ name: 'test', title: 'Test benchmark' },
    framework: {
      ...{ name: 'test', title: 'Test benchmark', version: '1', asOf: '2026-11-20' },
      ...{ source: 'https://example.com/benchmark', scope: 'All of it.' },
      controls: controls.map(({ control }) => control),
    },
  },
  controls,
};

test('a terminal shows each control with its state, what decides and what is left', () => {
  expect(renderCompliance(report, plainLayout)).toMatchInlineSnapshot(`
    [
      "Test benchmark, as of 2026-11-20",
      "All of it.",
      "",
      "○ 1.1   The contact details of the account are right and reach people (level 1)",
      "        → Look at the contact details and tell whether they are right.",
      "✗ 1.10  Keys | passwords of *users* are used (medium)",
      "        key-unused:arn:aws:iam::111122223333:user/alice#key-0",
      "        key-unused:arn:aws:iam::111122223333:user/alice#key-1",
      "        key-unused:arn:aws:iam::111122223333:user/alice#key-2",
      "        key-unused:arn:aws:iam::111122223333:user/alice#key-3",
      "        key-unused:arn:aws:iam::111122223333:user/alice#key-4",
      "        and 2 more findings",
      "        → Judged with credentialUnusedDays 60, as your settings say; the control",
      "          wants 45.",
      "✓ 1.11  Root",
      "– 1.12  Trails",
      "? 1.13  Roles",
      "        → Not run.",
      "",
      "5 controls: 1 fail, 1 unknown, 1 for a person, 1 pass, 1 not applicable",
    ]
  `);
});

test('only ids that cannot be broken go beyond the width', () => {
  const long = renderCompliance(report, plainLayout).filter((line) => line.length > 80);
  expect(long.every((line) => line.trim().startsWith('key-unused:arn:'))).toBe(true);
  const narrow = renderCompliance(report, { ...plainLayout, width: 50 });
  const beyond = narrow.filter((line) => line.length > 50);
  expect(beyond.every((line) => line.trim().startsWith('key-unused:arn:'))).toBe(true);
});

test('Markdown shows a table in which nothing ends a cell', () => {
  const text = renderComplianceMarkdown(report);
  expect(text).toMatchInlineSnapshot(`
    "## Test benchmark

    5 controls: 1 fail, 1 unknown, 1 for a person, 1 pass, 1 not applicable. As of 2026-11-20; [source](https://example.com/benchmark).

    All of it.

    | control | state | what holds | why |
    |:--|:--|:--|:--|
    | \`1.1\` | for a person | The contact details of the account are right and reach people | Look at the contact details and tell whether they are right. |
    | \`1.10\` | **fail** | Keys \\u{7c} passwords of \\*users\\* are used | \`key-unused:arn:aws:iam::111122223333:user/alice#key-0\`<br>\`key-unused:arn:aws:iam::111122223333:user/alice#key-1\`<br>\`key-unused:arn:aws:iam::111122223333:user/alice#key-2\`<br>and 4 more findings<br>Judged with credentialUnusedDays 60, as your settings say; the control wants 45. |
    | \`1.11\` | pass | Root |  |
    | \`1.12\` | not applicable | Trails |  |
    | \`1.13\` | unknown | Roles | Not run. |"
  `);
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.split('|').length)).toEqual(rows.map(() => 6));
});

test('a profile without controls has nothing to show', () => {
  const ours = { profile: { name: 'all', title: 'All checks' }, controls: [] };
  expect(renderCompliance(ours, plainLayout)).toEqual([]);
  expect(renderComplianceMarkdown(ours)).toBe('');
});
