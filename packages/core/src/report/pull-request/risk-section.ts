import { count } from '../count.ts';
import { shortSubject } from '../short-subject.ts';
import { code, joinBlocks, table } from './markdown.ts';
import { prose } from './prose.ts';
import { place, type ReportContext } from './report-context.ts';
import { assumption, requestWords } from './request-words.ts';
import { type RiskRow, riskRows } from './risk-rows.ts';
import { kept, type Section } from './section.ts';
import { severityMark } from './severity-mark.ts';

const most = 20;
const least = 5;

/** Who newly may do what, the most dangerous first. */
export function riskSection(context: ReportContext): readonly Section[] {
  const rows = riskRows(context.report);
  if (rows.length === 0) return [];
  if (context.whole) return [kept(render(rows, rows.length, context))];
  const full = render(rows, most, context);
  if (rows.length <= least) return [kept(full)];
  const short = render(rows, least, context);
  return [{ text: full, shorter: [{ loses: 'risks', lost: 'risks', text: short }] }];
}

function render(rows: readonly RiskRow[], number: number, context: ReportContext): string {
  const rest = rows.length - number;
  return joinBlocks([
    titleOf(context.report),
    table(
      ['Danger', 'Who', 'What becomes possible', 'Where'],
      rows
        .slice(0, number)
        .map((row) => [
          severityMark(row.severity).replace(' ', '&nbsp;'),
          code(shortSubject(row.who), 100),
          what(row),
          where(row, context),
        ]),
    ),
    rest > 0 ? `And ${count(rest, 'lesser one')}, in the sections below.` : '',
  ]);
}

/** Needed only where something else stands before the table. */
function titleOf({ phase, refusals, problems, plan, failure }: ReportContext['report']): string {
  if (phase.kind === 'applied' && failure === undefined) return '### What became possible';
  const stands =
    phase.kind === 'applied' ||
    refusals.length + problems.length + (plan?.conflicts.length ?? 0) > 0;
  return stands && phase.kind !== 'outdated' ? '### What would become possible' : '';
}

function what({ kind, text, witness }: RiskRow): string {
  const said = prose(text, 400);
  if (witness === undefined) return said;
  return `${said}<br>For example ${requestWords(kind.endsWith('-trust') ? assumption(witness.request) : witness.request, 1)}`;
}

function where({ positions }: RiskRow, context: ReportContext): string {
  const [first, second] = positions.map((position) => place(position, context));
  const rest = positions.length - 2;
  return [first, second, rest > 0 ? `and ${rest} more` : undefined]
    .filter((each) => each !== undefined)
    .join('<br>');
}
