import { count } from '../count.ts';
import { code, details, link } from './markdown.ts';
import { prose } from './prose.ts';
import type { ReportedLint } from './pull-request-report.ts';
import { place, type ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

const levels = ['error', 'warning', 'note'] as const;
const most = 50;

/** Findings of the policy linter, errors first. */
export function lintSection(context: ReportContext): readonly Section[] {
  const { lint } = context.report;
  if (lint.length === 0) return [];
  const sorted = lint.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const shown = context.whole ? sorted : sorted.slice(0, most);
  const rest = sorted.length - shown.length;
  const title = `Lint: ${sumOf(lint)}`;
  const items = [
    ...shown.map((finding) => itemOf(finding, context)),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
  return [
    {
      text: details(title, [items.join('\n')]),
      shorter: [{ loses: 'lint', lost: 'lint', text: `${title}.` }],
    },
  ];
}

function sumOf(lint: readonly ReportedLint[]): string {
  return levels
    .map((level) => ({ level, number: lint.filter((each) => each.level === level).length }))
    .filter(({ number }) => number > 0)
    .map(({ level, number }) => count(number, level))
    .join(', ');
}

function itemOf(
  { level, code: name, message, position, learnMore }: ReportedLint,
  context: ReportContext,
): string {
  return `- ${place(position, context)} ${level} ${link(code(name, 80), learnMore)}: ${prose(message, 400)}`;
}
