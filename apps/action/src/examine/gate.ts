import {
  type FailureReason,
  isAtLeast,
  type PullRequestReport,
  type Severity,
} from '@rolecall/core';
import { worstOf } from '../reporting/worst-of.ts';

/** Adds why the run fails, where nothing has failed it yet. */
export function gate(report: PullRequestReport, failOn: Severity | 'never'): PullRequestReport {
  if (report.failure !== undefined) return report;
  const failure = (reason: FailureReason, message: string, hint?: string) => ({
    ...report,
    failure: { reason, message, hint },
  });
  const { problems, plan, refusals, lint } = report;
  if (problems.length > 0) {
    return failure('invalid-manifest', 'A policy file cannot be read.', 'Mend it as said below.');
  }
  if (refusals.length > 0) {
    return failure('guardrail', 'The guardrails do not let this through.');
  }
  if (plan !== undefined && plan.conflicts.length > 0) {
    return failure('conflict', 'Resources that are not ours stand in the way.');
  }
  const errors = lint.filter(({ level }) => level === 'error').length;
  if (errors > 0) {
    return failure('findings', `Policies hold ${errors === 1 ? 'an error' : `${errors} errors`}.`);
  }
  const worst = worstOf(report);
  if (failOn !== 'never' && worst !== undefined && isAtLeast(worst, failOn)) {
    return failure('findings', `Something ${worst} was found; the run fails from ${failOn} on.`);
  }
  return report;
}
