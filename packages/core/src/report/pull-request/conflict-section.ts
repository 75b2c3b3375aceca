import type { Conflict } from '../../plan/plan.ts';
import { count } from '../count.ts';
import { code, hardBreak, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import { place, type ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

/** Resources that stand in the way of the plan. */
export function conflictSection(context: ReportContext): readonly Section[] {
  const conflicts = context.report.plan?.conflicts ?? [];
  if (conflicts.length === 0) return [];
  const title = '### What stands in the way';
  const most = 10;
  const rest = conflicts.length - most;
  const brief = [
    ...conflicts.slice(0, most).map((conflict) => `- ${headOf(conflict, context)}`),
    ...(rest > 0 ? [`- and ${count(rest, 'more conflict')}`] : []),
  ].join('\n');
  return [
    {
      text: joinBlocks([title, ...conflicts.map((conflict) => longForm(conflict, context))]),
      shorter: [{ loses: 'conflicts', lost: 'conflicts', text: joinBlocks([title, brief]) }],
    },
  ];
}

function headOf({ resource, position }: Conflict, context: ReportContext): string {
  const where = place(position, context);
  return `${code(resource, 120)}${where === '' ? '' : ` (${where})`}`;
}

function longForm(conflict: Conflict, context: ReportContext): string {
  return [
    `- **${headOf(conflict, context)}**`,
    `  ${prose(conflict.message)}`,
    `  → ${prose(conflict.hint)}`,
  ].join(hardBreak);
}
