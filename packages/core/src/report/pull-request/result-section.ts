import type { OperationResult, OperationStatus } from '../../plan/apply-report.ts';
import { count } from '../count.ts';
import { code, details, fence, hardBreak, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import type { ReportContext } from './report-context.ts';
import type { Section } from './section.ts';

const most = 20;

/** What came of each operation, failures first. */
export function resultSection({ report: { phase }, whole }: ReportContext): readonly Section[] {
  if (phase.kind !== 'applied' || phase.report === undefined) return [];
  const { results, warnings } = phase.report;
  const failed = results.filter(({ status }) => status === 'failed');
  const shown = whole ? failed : failed.slice(0, most);
  const rest = failed.length - shown.length;
  const top = [
    ...(failed.length > 0 ? ['### What failed'] : []),
    ...shown.map(failure),
    ...(rest > 0 ? [`- and ${count(rest, 'more failure')}`] : []),
    ...warnings.slice(0, most).map((warning) => `⚠️ ${prose(warning)}`),
  ];
  const others = results.filter(({ status }) => status !== 'failed');
  if (others.length === 0) return top.length > 0 ? [{ text: joinBlocks(top), shorter: [] }] : [];
  const listed = details(summaryOf(others), [fence(others.map(line))]);
  return [
    {
      text: joinBlocks([...top, listed]),
      shorter: [
        {
          loses: 'results',
          lost: 'results',
          text: joinBlocks([...top, `${summaryOf(others)}.`]),
        },
      ],
    },
  ];
}

function failure({ resource, action, facet, message, hint }: OperationResult): string {
  const what = [code(resource, 120), code(action), ...(facet === '' ? [] : [code(facet, 160)])];
  return [
    `- **${what.join(' ')}**`,
    // AWS's own words, whatever stands in them.
    ...(message === undefined ? [] : [`  ${code(message, 600)}`]),
    ...(hint === undefined ? [] : [`  → ${prose(hint)}`]),
  ].join(hardBreak);
}

const statuses: readonly {
  readonly status: OperationStatus;
  readonly sign: string;
  readonly words: string;
}[] = [
  { status: 'done', sign: '✓', words: 'carried out' },
  { status: 'already', sign: '=', words: 'done before' },
  { status: 'failed', sign: '✗', words: 'failed' },
  { status: 'skipped', sign: '–', words: 'skipped: something before failed' },
  { status: 'not-started', sign: '·', words: 'not started' },
];

function summaryOf(results: readonly OperationResult[]): string {
  const sums = statuses.flatMap(({ status, words }) => {
    const number = results.filter((result) => result.status === status).length;
    return number > 0 ? [`${number} ${words}`] : [];
  });
  return `Operations: ${sums.join(', ')}`;
}

function line({ status, action, resource, facet }: OperationResult): string {
  const sign = statuses.find((each) => each.status === status)?.sign ?? ' ';
  return `${sign} ${action}  ${resource}${facet === '' ? '' : `  ${facet}`}`;
}
