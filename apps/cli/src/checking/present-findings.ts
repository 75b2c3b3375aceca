import {
  type Layout,
  type RolecallError,
  renderComparison,
  renderCompliance,
  renderFindings,
} from '@rolecall/core';
import { errorJson } from '../errors/error-json.ts';
import type { Presenter } from '../output/presenter.ts';
import { type CheckReports, checkJson } from './check-report.ts';
import { renderRefreshed } from './render-refreshed.ts';

export interface PresentOptions {
  readonly presenter: Presenter;
  readonly all: boolean;
  /** What makes the whole check fail, though there are findings. */
  readonly error: RolecallError | undefined;
  /** A report that takes the place of the table. */
  readonly instead: string | undefined;
}

/** Shows findings, as text or as one value. */
export function presentFindings(
  reports: CheckReports,
  { presenter, all, error, instead }: PresentOptions,
): void {
  presenter.say(
    instead === undefined
      ? tableLines(reports, { all, layout: presenter.layout })
      : [instead.replace(/\n$/, '')],
  );
  presenter.value({ ...checkJson(reports), ...(error && errorJson(error)) });
  if (error) presenter.fail(error);
}

function tableLines(
  { report, compliance, refreshed }: CheckReports,
  { all, layout }: { readonly all: boolean; readonly layout: Layout },
): readonly string[] {
  const blocks = [
    renderFindings({ ...report, all }, layout),
    compliance === undefined ? [] : renderCompliance(compliance, layout),
    refreshed === undefined ? [] : renderRefreshed(refreshed, layout),
    report.comparison === undefined ? [] : renderComparison(report.comparison, layout),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
