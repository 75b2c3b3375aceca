import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grantsMore, isAtLeast, type PullRequestReport, type Severity } from '@rolecall/core';
import { detailsMarkdown } from '../checking/check-details.ts';
import { closeCheckRun, type OpenCheckRun } from '../github/check-run.ts';
import { writeComment } from '../github/sticky-comment.ts';
import { annotate, attempt, markerOf, tellLog } from '../reporting/publish.ts';
import { worstOf } from '../reporting/worst-of.ts';
import { writeFiles } from '../reporting/write-files.ts';
import type { WrittenFiles } from '../reporting/write-outputs.ts';
import type { OutputName } from '../run/output-table.ts';
import type { Run } from '../run/run.ts';
import { accountsComment, isFailed, outcomeOf, titleOf } from './accounts-comment.ts';
import type { AccountEntry, AccountsWork } from './work-on-accounts.ts';

/** Tells everybody of several accounts: one summary, one comment, one check run, one verdict. */
export async function publishAccounts(
  run: Run,
  work: AccountsWork,
  checkRun: OpenCheckRun | undefined,
): Promise<void> {
  const { runner, inputs, github } = run;
  const { entries, failure } = work;
  const planFile = await writePlans(run, work);
  const files: WrittenFiles[] = [];
  for (const { run: own, report, details } of entries) {
    // The plans are kept together.
    files.push(await writeFiles(own, { report: { ...report, plan: undefined }, details }));
  }
  writeAccountOutputs(run, work, { planFile, files });
  for (const entry of entries) {
    tellLog(
      { runner: { ...entry.run.runner, fail: (message) => entry.run.runner.say(message) } },
      entry.report,
    );
    if (inputs.annotations) annotate(entry.run, { ...entry.report, failure: undefined });
  }
  const failed = entries.filter(isFailed);
  const body = (budget: number) => accountsComment(run, work, { marker: markerOf(run), budget });
  await attempt(run, 'the summary', () => runner.summarise(summaryOf(entries, body(300_000))));
  const title = titleOf(entries, failed.length);
  const isWell = failed.length === 0 && failure === undefined;
  if (checkRun !== undefined) {
    await attempt(run, 'the check run', () =>
      closeCheckRun(github, checkRun, {
        conclusion: isWell ? 'success' : 'failure',
        title,
        summaries: [body(60_000), body(8_000)],
      }),
    );
  }
  const create = inputs.comment === 'sticky' || !isWell || changed(entries);
  for (const number of work.pulls) {
    await attempt(run, `the comment on #${number}`, async () => {
      const bodies = [body(60_000), body(30_000), body(8_000)] as const;
      const url = await writeComment(github, {
        number,
        marker: markerOf(run),
        bodies: [...bodies],
        create,
      });
      if (url !== undefined) runner.output('comment-url', url);
    });
  }
  if (failure !== undefined) runner.fail(`${failure.reason}: ${failure.message}`);
  for (const { account, report } of failed) {
    runner.fail(`${account.name}: ${report.failure?.reason}: ${report.failure?.message}`);
  }
}

/** GitHub cuts a step's summary off at 1 MiB: details are whole, or left out. */
function summaryOf(entries: readonly AccountEntry[], body: string): string {
  return entries.reduce((text, { account, details }) => {
    if (details === undefined) return text;
    const more = `${text}\n## ${account.name} (${account.id})\n\n${detailsMarkdown(details)}`;
    return Buffer.byteLength(more) > 1_000_000 ? text : more;
  }, body);
}

function changed(entries: readonly AccountEntry[]): boolean {
  return entries.some(({ report }) => (report.plan?.changes.length ?? 0) > 0);
}

async function writePlans(run: Run, { plans }: AccountsWork): Promise<string | undefined> {
  if (plans === undefined || plans.accounts.every(({ plan }) => plan === null)) return undefined;
  const file = join(run.temp, 'rolecall-plan.json');
  try {
    await writeFile(file, `${JSON.stringify(plans, null, 2)}\n`);
    return file;
  } catch (error) {
    run.runner.warn(`${file} is not written: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function writeAccountOutputs(
  { runner }: Run,
  { entries, plans, failure }: AccountsWork,
  {
    planFile,
    files,
  }: { readonly planFile: string | undefined; readonly files: readonly WrittenFiles[] },
): void {
  const reports = entries.map(({ report }) => report);
  const sum = (count: (report: PullRequestReport) => number) =>
    String(reports.reduce((total, report) => total + count(report), 0));
  const numberOf = (...kinds: readonly string[]) =>
    sum(({ plan }) => plan?.changes.filter(({ kind }) => kinds.includes(kind)).length ?? 0);
  const lines = (name: keyof WrittenFiles) => files.flatMap((each) => each[name] ?? []).join('\n');
  const first = entries.find(isFailed)?.report.failure?.reason ?? failure?.reason;
  const isApplied = reports.every(
    ({ phase, failure: own }) => phase.kind === 'applied' && own === undefined,
  );
  const values: Readonly<Record<Exclude<OutputName, 'comment-url'>, string>> = {
    changed: String(changed(entries)),
    'to-create': numberOf('create'),
    'to-update': numberOf('update', 'adopt'),
    'to-delete': numberOf('delete'),
    'to-replace': numberOf('replace'),
    conflicts: sum(({ plan }) => plan?.conflicts.length ?? 0),
    'plan-id': plans?.planId ?? '',
    'plan-file': planFile ?? '',
    findings: sum(
      ({ lint, checks }) => lint.filter(({ level }) => level !== 'note').length + checks.length,
    ),
    'highest-severity': worstOfAll(reports) ?? '',
    'newly-granted': sum(
      ({ review, policies }) =>
        new Set([...(review?.access ?? []), ...policies].filter(grantsMore).map(({ arn }) => arn))
          .size,
    ),
    'failure-reason': first ?? '',
    applied: String(isApplied && failure === undefined),
    'sarif-file': lines('sarifFile'),
    'html-file': lines('htmlFile'),
    'json-file': lines('jsonFile'),
    accounts: JSON.stringify(entries.map(jsonOf)),
    'new-findings': '',
  };
  for (const name of outputNames(values)) runner.output(name, values[name]);
}

function outputNames<T extends object>(values: T): readonly (string & keyof T)[] {
  const has = (name: string): name is string & keyof T => Object.hasOwn(values, name);
  return Object.keys(values).filter(has);
}

function jsonOf(entry: AccountEntry): object {
  const { account, report } = entry;
  const { plan, failure, phase } = report;
  return {
    name: account.name,
    account: account.id,
    planId: plan?.planId ?? null,
    changes: plan?.changes.length ?? null,
    outcome: outcomeOf(entry),
    applied: phase.kind === 'applied' && failure === undefined,
    failureReason: failure?.reason ?? null,
  };
}

function worstOfAll(reports: readonly PullRequestReport[]): Severity | undefined {
  return reports.map(worstOf).reduce<Severity | undefined>((worst, severity) => {
    if (severity === undefined) return worst;
    return worst !== undefined && isAtLeast(worst, severity) ? worst : severity;
  }, undefined);
}
