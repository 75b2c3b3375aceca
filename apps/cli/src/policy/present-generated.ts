import type { Presenter } from '../output/presenter.ts';
import { renderToday, type TodayComparison, todayJson } from './compare-with-today.ts';
import type { GeneratedSide } from './generated-side.ts';
import type { LintedPolicy } from './lint-files.ts';
import { type GeneratedReport, renderPlaceholders, renderWritten } from './render-generated.ts';
import { renderLint } from './render-lint.ts';

export interface GeneratedResult {
  readonly report: GeneratedReport;
  readonly side: GeneratedSide;
  readonly linted: readonly LintedPolicy[];
  readonly compared: TodayComparison;
}

/** Shows what was written, what lint finds, what changes, and what is left to fill. */
export function presentGenerated(
  presenter: Pick<Presenter, 'layout' | 'say' | 'value'>,
  { report, side, linted, compared }: GeneratedResult,
): void {
  const { layout } = presenter;
  const [file = ''] = side.names;
  const { placeholders } = side;
  presenter.value({
    file,
    jobId: report.jobId,
    principal: report.properties.principalArn,
    isComplete: report.properties.isComplete,
    activity: report.properties.cloudTrail ?? null,
    policy: report.document,
    parts: report.parts,
    declared: { added: report.added, alreadyThere: report.alreadyThere },
    placeholders,
    unusedValues: report.unusedValues,
    lint: linted.map(({ report: { findings, ownFindings, dataDate } }) => ({
      dataDate,
      findings,
      ownFindings,
    }))[0],
    today: todayJson(compared),
  });
  presenter.say([
    ...renderWritten(report, file, layout),
    '',
    ...renderLint(linted, layout),
    '',
    ...renderToday(compared, layout),
    ...(placeholders.length > 0
      ? ['', layout.paint.quiet('Placeholders count as * in this comparison.')]
      : []),
    ...renderPlaceholders({ placeholders, jobId: report.jobId }, layout),
  ]);
}
