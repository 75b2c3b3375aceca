import { count } from '../count.ts';
import { shortSubject } from '../short-subject.ts';
import { code, details, table } from './markdown.ts';
import { prose } from './prose.ts';
import type { ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

const most = 50;

/** Findings of the account's checks; the caller has them sorted. */
export function checkSection({ report: { checks }, whole }: ReportContext): readonly Section[] {
  if (checks.length === 0) return [];
  const shown = whole ? checks : checks.slice(0, most);
  const rest = checks.length - shown.length;
  const title = `Checks of the account: ${count(checks.length, 'finding')}`;
  const rows = shown.map(({ check, severity, outcome, subject, message, remedy }) => [
    `${severity} ${outcome}`.replace(/[^a-z -]/g, ''),
    code(check, 80),
    code(shortSubject(subject), 120),
    `${prose(message, 300)}${remedy === '' ? '' : `<br>→ ${prose(remedy, 300)}`}`,
  ]);
  return [
    {
      text: details(title, [
        table(['Finding', 'Check', 'Of', 'What'], rows),
        rest > 0 ? `And ${rest} more.` : '',
      ]),
      shorter: [{ loses: 'checks', lost: 'checks', text: `${title}.` }],
    },
  ];
}
