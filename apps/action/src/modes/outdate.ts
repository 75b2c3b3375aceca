import { emptyReport } from '../examine/empty-report.ts';
import { tellProgress } from '../reporting/publish.ts';
import type { PullRequestEvent } from '../run/event.ts';
import type { Run } from '../run/run.ts';

/** What was said of a pull request that was closed without being merged is true no more. */
export async function outdate(run: Run, event: PullRequestEvent): Promise<void> {
  const { runner, inputs } = run;
  if (event.isMerged) {
    runner.say('The pull request is merged; the run on its branch applies it.');
    return;
  }
  runner.say('The pull request is closed.');
  if (event.isFork || inputs.comment === 'off') return;
  const report = {
    ...emptyReport(run),
    phase: { kind: 'outdated' as const, by: 'the pull request was closed without being merged' },
  };
  await tellProgress(run, { report, pulls: [event.number] });
}
