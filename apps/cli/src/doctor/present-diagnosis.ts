import { type DoctorReport, renderDoctor } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** Gives the exit code. */
export function presentDiagnosis(report: DoctorReport, presenter: Presenter): number {
  presenter.value(report);
  presenter.say(renderDoctor(report, presenter.layout));
  return report.ok ? 0 : 1;
}
