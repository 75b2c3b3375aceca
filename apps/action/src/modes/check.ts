import {
  countedFindings,
  type Finding,
  isAtLeast,
  type PullRequestReport,
  type Severity,
  severities,
} from '@rolecall/core';
import { type CheckDetails, checkDetails } from '../checking/check-details.ts';
import { readPrevious } from '../checking/read-previous.ts';
import { runChecksOf } from '../checking/run-checks-of.ts';
import { emptyReport } from '../examine/empty-report.ts';
import { failureOf } from '../run/failure.ts';
import type { Run } from '../run/run.ts';

export interface CheckedAccount {
  readonly report: PullRequestReport;
  /** Missing where nothing was checked. */
  readonly details?: CheckDetails;
}

/** Checks how the account is set up; fails for what failed, or could not be read, and is grave. */
export async function check(run: Run): Promise<CheckedAccount> {
  const { inputs, workspace, runner } = run;
  const report = emptyReport(run);
  try {
    const ran = await runChecksOf(run);
    if (ran.kind === 'offline')
      return { report: { ...report, offline: `${ran.why} Nothing was checked.` } };
    const { account, offline, snapshot } = ran;
    const file = inputs.compare;
    const about = { account: snapshot.caller.account };
    const previous = file && (await readPrevious(workspace, { file, ...about }));
    if (file !== undefined && !previous)
      runner.say(`There is no ${file} to compare with: this may be the first run.`);
    const details = checkDetails({ ran, previous: previous || undefined, now: run.now() });
    const counted = countedFindings(details.findings.findings);
    return {
      report: {
        ...report,
        account,
        offline,
        checks: counted
          .filter(({ outcome }) => ['fail', 'warn', 'unknown'].includes(outcome))
          .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity)),
        failure: failureIn(counted, inputs.failOn ?? 'high'),
      },
      details,
    };
  } catch (error) {
    return { report: { ...report, ...failureOf(error) } };
  }
}

function failureIn(
  findings: readonly Finding[],
  failOn: Severity | 'never',
): PullRequestReport['failure'] {
  if (failOn === 'never') return undefined;
  const grave = findings.filter(
    ({ severity, outcome }) =>
      isAtLeast(severity, failOn) && (outcome === 'fail' || outcome === 'unknown'),
  );
  if (grave.length === 0) return undefined;
  const count = grave.length === 1 ? 'One finding is' : `${grave.length} findings are`;
  return { reason: 'findings', message: `${count} ${failOn} or worse.` };
}
