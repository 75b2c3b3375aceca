import type { CheckOptions } from '../commands/check.ts';
import type { Invocation } from '../commands/command-context.ts';
import { requireWritable } from '../files/write-text.ts';
import { makeFixPlan, writeFixPlan } from '../fixing/write-fix-plan.ts';
import { findsFault, nothingReadable } from './check-outcome.ts';
import { checkReports } from './check-report.ts';
import type { ChosenChecks } from './choose-checks.ts';
import { presentFindings } from './present-findings.ts';
import { reportTargets } from './report-targets.ts';
import { type CheckTarget, runCheck } from './run-check.ts';
import { reportText, requireTargets, writeReports } from './write-reports.ts';

/** Checks one account and says what was found. Gives the exit code. */
export async function checkOne(
  invocation: Invocation<CheckOptions>,
  chosen: ChosenChecks,
  target?: CheckTarget,
): Promise<number> {
  const { environment, options, presenter } = invocation;
  const targets = reportTargets(options.report, presenter);
  await requireTargets(environment.cwd, targets);
  if (options.fixPlan !== undefined) await requireWritable(environment.cwd, options.fixPlan);
  const checked = await runCheck(invocation, chosen, target);
  const fixPlan = await makeFixPlan(invocation, checked);
  const blind = nothingReadable(checked.judged);
  const reports = checkReports(checked);
  const source = { environment, options, reports };
  const instead = targets.find(({ file }) => file === undefined);
  presentFindings(reports, {
    presenter,
    all: options.all === true,
    error: blind,
    instead: instead && reportText(instead.format, source),
  });
  await writeReports(targets, source);
  if (blind) return 1;
  await writeFixPlan(invocation, fixPlan);
  const failOn = {
    severity: options.failOn,
    allowUnknown: options.allowUnknown === true,
    onlyNew: options.failOnNew === true,
  };
  return findsFault(checked, failOn) ? 2 : 0;
}
