import type { Diagnostic } from '../../model/errors.ts';
import { count } from '../count.ts';
import { hardBreak, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import { place, type ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

/** What is wrong with the inputs, each where it stands. */
export function problemSection(context: ReportContext): readonly Section[] {
  const { problems } = context.report;
  if (problems.length === 0) return [];
  const render = (most: number) => {
    const rest = problems.length - most;
    return joinBlocks([
      '### What is wrong',
      [
        ...problems.slice(0, most).map((problem) => itemOf(problem, context)),
        ...(rest > 0 ? [`- and ${count(rest, 'more fault')}`] : []),
      ].join('\n'),
    ]);
  };
  return [
    {
      text: render(context.whole ? problems.length : 50),
      shorter: [{ loses: 'problems', lost: 'problems', text: render(10) }],
    },
  ];
}

function itemOf({ message, position, hint }: Diagnostic, context: ReportContext): string {
  const where = place(position, context);
  return [
    `- ${where === '' ? '' : `${where}: `}${prose(message, 400)}`,
    ...(hint === undefined ? [] : [`  → ${prose(hint, 300)}`]),
  ].join(hardBreak);
}
