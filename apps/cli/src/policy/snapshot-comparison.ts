import {
  comparedSides,
  type Layout,
  type PrincipalComparison,
  shortSubject,
  visibleText,
  wrapText,
} from '@rolecall/core';
import { comparisonJson } from './comparison-json.ts';
import { counted } from './counted.ts';
import { renderComparison } from './render-comparison.ts';
import { offlineNote } from './render-lint.ts';

export type OverallVerdict = 'none' | 'grants' | 'undecided';

/** One grant makes the whole a grant; short of that, one open question leaves it open. */
export function overallVerdict(compared: readonly PrincipalComparison[]): OverallVerdict {
  const verdicts = compared.map(({ result }) => result.verdict);
  if (verdicts.includes('grants')) return 'grants';
  return verdicts.some((verdict) => verdict !== 'none') ? 'undecided' : 'none';
}

/** Principal by principal, those that were granted something first. */
export function renderSnapshotComparison(
  compared: readonly PrincipalComparison[],
  layout: Layout,
): readonly string[] {
  const { width, paint } = layout;
  const order = ['grants', 'undecided', 'unread'];
  const open = compared
    .filter(({ result }) => result.verdict !== 'none')
    .toSorted((a, b) => order.indexOf(a.result.verdict) - order.indexOf(b.result.verdict));
  const quiet = compared.length - open.length;
  const summary =
    open.length === 0
      ? 'No principal may do more than before.'
      : `${counted(open.length, 'principal or trust', 'principals or trusts')} to look at.`;
  return [
    ...open.flatMap((one) => [...renderOne(one, layout), '']),
    ...wrapText(summary, { width, paint: open.length === 0 ? paint.good : paint.strong }),
    ...(quiet > 0
      ? wrapText(`${counted(quiet, 'other')} changed and may do nothing more.`, {
          width,
          paint: paint.quiet,
        })
      : []),
    ...dataDates(compared).map((date) => paint.quiet(offlineNote(date))),
  ];
}

function dataDates(compared: readonly PrincipalComparison[]): readonly string[] {
  const dates = compared.flatMap(({ result }) => ('dataDate' in result ? [result.dataDate] : []));
  return [...new Set(dates)];
}

function renderOne(one: PrincipalComparison, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { arn, aspect, change, result } = one;
  const about = aspect === 'trust' ? 'who may assume it' : 'what it may do';
  const head = paint.strong(visibleText(shortSubject(arn)));
  const title = `${head}  ${paint.quiet(change === 'added' ? `${about}, new` : about)}`;
  if (result.verdict === 'unread') {
    return [
      title,
      ...wrapText('Not decided: a snapshot does not hold all that has a say.', {
        width,
        lead: '? ',
        paint: paint.doubtful,
      }),
      ...result.unread.flatMap((name) => wrapText(name, { width, indent: 2, lead: '· ' })),
    ];
  }
  return [title, ...renderComparison({ ...comparedSides(one), result, diff: one.diff }, layout)];
}

export function snapshotComparisonJson(compared: readonly PrincipalComparison[]): object {
  return {
    verdict: overallVerdict(compared),
    principals: compared.map((one) => {
      const { arn, aspect, change, result, diff } = one;
      return {
        arn,
        aspect,
        change,
        ...(result.verdict === 'unread'
          ? { verdict: 'undecided', unread: result.unread }
          : comparisonJson({ ...comparedSides(one), result, diff })),
      };
    }),
  };
}
