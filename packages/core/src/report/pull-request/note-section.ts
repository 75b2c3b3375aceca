import { count } from '../count.ts';
import { details } from './markdown.ts';
import { prose } from './prose.ts';
import type { ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

const most = 50;

/** What the planner saw and left alone. */
export function noteSection({ report: { plan }, whole }: ReportContext): readonly Section[] {
  const notes = plan?.notes ?? [];
  if (notes.length === 0) return [];
  const shown = whole ? notes : notes.slice(0, most);
  const rest = notes.length - shown.length;
  const items = [
    ...shown.map((note) => `- ${prose(note)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
  return [
    {
      text: details(`Seen and left alone: ${count(notes.length, 'note')}`, [items.join('\n')]),
      shorter: [{ loses: 'notes', lost: 'notes', text: '' }],
    },
  ];
}
