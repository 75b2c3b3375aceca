import {
  annotationsOf,
  type PullRequestReport,
  plainLayout,
  renderComment,
  renderPlan,
  renderSummary,
  reportVerdict,
  summarizeFindings,
} from '@rolecall/core';
import { type CheckDetails, detailsMarkdown } from '../checking/check-details.ts';
import { closeCheckRun, type OpenCheckRun } from '../github/check-run.ts';
import { writeDriftIssue } from '../github/drift-issue.ts';
import { writeComment } from '../github/sticky-comment.ts';
import type { Run } from '../run/run.ts';
import { linkToLines } from './link-to.ts';
import { writeFiles } from './write-files.ts';
import { type Found, writeOutputs } from './write-outputs.ts';

export interface Publication {
  readonly report: PullRequestReport;
  /** Pull requests that are told in a comment. */
  readonly pulls: readonly number[];
  readonly checkRun: OpenCheckRun | undefined;
  /** Of a check run. */
  readonly details?: CheckDetails;
}

/**
 * Tells everybody. What GitHub does not take is a warning in the log: it changes no verdict, and the
 * places that need nobody's leave (outputs, log, summary) come first.
 */
export async function publish(run: Run, publication: Publication): Promise<void> {
  const { runner, inputs } = run;
  const { report, pulls, checkRun, details } = publication;
  const files = await writeFiles(run, { report, details });
  writeOutputs(runner, { report, details }, files);
  if (details !== undefined) runner.say(summarizeFindings(details.findings.findings));
  tellLog(run, report);
  if (inputs.annotations) annotate(run, report);
  await attempt(run, 'the summary', () => runner.summarise(summaryOf(run, { report, details })));
  if (checkRun !== undefined) {
    await attempt(run, 'the check run', () => closeReported(run, report, checkRun));
  }
  for (const number of pulls) {
    await attempt(run, `the comment on #${number}`, async () => {
      const url = await comment(run, report, number);
      if (url !== undefined) runner.output('comment-url', url);
    });
  }
  if (inputs.mode === 'drift' && inputs.driftIssue) {
    await attempt(run, 'the issue', () => writeIssue(run, report));
  }
}

/** Details have the findings themselves, with what is excepted and what is for a person. */
function summaryOf(run: Run, { report, details }: Found): string {
  const shared = details === undefined ? report : { ...report, checks: [] };
  const { markdown } = renderSummary(shared, { linkTo: linksFor(run, report) });
  return details === undefined ? markdown : `${markdown}\n${detailsMarkdown(details)}`;
}

/** The comment alone, while the run goes on. */
export async function tellProgress(
  run: Run,
  { report, pulls }: Pick<Publication, 'report' | 'pulls'>,
): Promise<void> {
  for (const number of pulls) {
    await attempt(run, `the comment on #${number}`, () => comment(run, report, number));
  }
}

/** What Octokit throws quotes the request: of it only the message is shown. */
export async function attempt(run: Run, what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    run.runner.warn(`GitHub did not take ${what}: ${reason.slice(0, 300)}`);
  }
}

export function tellLog({ runner }: Pick<Run, 'runner'>, report: PullRequestReport): void {
  const { plan, problems, refusals, failure } = report;
  if (plan !== undefined) runner.say(...renderPlan(plan, plainLayout), '');
  for (const { message, position, hint } of problems) {
    const place = position ? `${position.file}:${position.line}:${position.column} ` : '';
    runner.say(`${place}${message}${hint === undefined ? '' : ` ${hint}`}`);
  }
  for (const { rule, message, hint } of refusals) runner.say(`${rule}: ${message} ${hint}`);
  runner.say(reportVerdict(report).title);
  if (failure === undefined) return;
  const hint = failure.hint === undefined ? '' : ` ${failure.hint}`;
  runner.fail(`${failure.reason}: ${failure.message}${hint}`);
}

/** GitHub shows so many of a step, and silently drops the others. */
const mostAnnotations = { error: 10, warning: 10, notice: 10 } as const;

export function annotate({ runner }: Pick<Run, 'runner'>, report: PullRequestReport): void {
  const all = annotationsOf(report);
  for (const level of ['error', 'warning', 'notice'] as const) {
    const ofLevel = all.filter((each) => each.level === level);
    const room = mostAnnotations[level] - (level === 'error' && report.failure ? 1 : 0);
    const shown = ofLevel.length <= room ? ofLevel : ofLevel.slice(0, room - 1);
    for (const { title, message, position } of shown) {
      runner.annotate({
        level,
        title,
        message,
        file: position?.file,
        line: position?.line,
        column: position?.column,
      });
    }
    const hidden = ofLevel.length - shown.length;
    if (hidden > 0) {
      const message = `${hidden} more; all are in the summary of the run.`;
      runner.annotate({ level, title: 'Rolecall', message });
    }
  }
}

export function markerOf({ inputs }: Pick<Run, 'inputs'>): string {
  return `<!-- rolecall:${inputs.commentTag} -->`;
}

function comment(run: Run, report: PullRequestReport, number: number): Promise<string | undefined> {
  const { inputs, github } = run;
  const marker = markerOf(run);
  const render = (budget: number) =>
    renderComment(report, { linkTo: linksFor(run, report), marker, budget }).markdown;
  return writeComment(github, {
    number,
    marker,
    bodies: [render(60_000), render(30_000), render(8_000)],
    create: inputs.comment === 'sticky' || isWorthTelling(report),
  });
}

function isWorthTelling({ plan, policies, failure, review }: PullRequestReport): boolean {
  return (
    failure !== undefined ||
    policies.length > 0 ||
    (plan?.changes.length ?? review?.access.length ?? 0) > 0
  );
}

async function closeReported(
  run: Run,
  report: PullRequestReport,
  checkRun: OpenCheckRun,
): Promise<void> {
  const render = (budget: number) =>
    renderSummary(report, { linkTo: linksFor(run, report), budget }).markdown;
  await closeCheckRun(run.github, checkRun, {
    conclusion: report.failure === undefined ? 'success' : 'failure',
    title: reportVerdict(report).title,
    summaries: [render(60_000), render(8_000)],
  });
}

async function writeIssue(run: Run, report: PullRequestReport): Promise<void> {
  const marker = `<!-- rolecall-drift:${run.inputs.commentTag} -->`;
  const { markdown } = renderComment(report, { linkTo: linksFor(run, report), marker });
  const account = report.account?.id ?? report.declared?.account ?? '';
  await writeDriftIssue(run.github, {
    marker,
    title: `The IAM set-up of account ${account} is not as declared`,
    body: markdown,
    moved: report.failure !== undefined,
  });
}

function linksFor(run: Run, report: PullRequestReport) {
  return linkToLines(run, { serverUrl: run.serverUrl, commit: report.commits.head });
}
