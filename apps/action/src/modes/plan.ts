import type { PullRequestReport } from '@rolecall/core';
import { examine } from '../examine/examine.ts';
import { gate } from '../examine/gate.ts';
import { readApprovals } from '../github/approvals.ts';
import type { Run } from '../run/run.ts';

/** Plans and says what it means; fails for what could not be applied, or is not wanted. */
export async function plan(run: Run): Promise<PullRequestReport> {
  const { event, inputs, github } = run;
  const { report } = await examine(run);
  const approval =
    inputs.approval === 'review' && event.kind === 'pull_request'
      ? await readApprovals(github, event.number)
      : report.approval;
  return gate({ ...report, approval }, inputs.failOn ?? 'never');
}
