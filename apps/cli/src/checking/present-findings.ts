import { type RolecallError, renderFindings } from '@rolecall/core';
import { errorJson } from '../errors/error-json.ts';
import type { Presenter } from '../output/presenter.ts';
import { countOutcomes } from './check-outcome.ts';
import type { Checked } from './run-check.ts';

export interface PresentOptions {
  readonly presenter: Presenter;
  readonly all: boolean;
  /** What makes the whole check fail, though there are findings. */
  readonly error: RolecallError | undefined;
}

/** Shows findings, as text or as one value. */
export function presentFindings(
  { snapshot, checkedAt, findings }: Checked,
  { presenter, all, error }: PresentOptions,
): void {
  const { account, partition } = snapshot.caller;
  const report = snapshot.parts.credentialReport;
  const generatedAt = report.status === 'known' ? report.value.generatedAt : undefined;
  const about = { account, partition, checkedAt, credentialReportGeneratedAt: generatedAt };
  presenter.say(renderFindings({ ...about, findings, all }, presenter.layout));
  presenter.value({
    ...about,
    credentialReportGeneratedAt: generatedAt ?? null,
    findings,
    summary: countOutcomes(findings),
    ...(error && errorJson(error)),
  });
  if (error) presenter.fail(error);
}
