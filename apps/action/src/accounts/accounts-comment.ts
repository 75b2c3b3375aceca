import { renderComment, reportVerdict, summarizePlan } from '@rolecall/core';
import { linkToLines } from '../reporting/link-to.ts';
import type { Run } from '../run/run.ts';
import type { AccountEntry, AccountsWork } from './work-on-accounts.ts';

/** Bytes of which a section can be made that still says what it has to. */
const leastSection = 2_500;

/** One comment: a row for every account, then a section for each that has something to say. */
export function accountsComment(
  run: Run,
  { entries, plans, failure }: AccountsWork,
  { marker, budget }: { readonly marker: string; readonly budget: number },
): string {
  const failed = entries.filter((entry) => isFailed(entry));
  const told = [...failed, ...entries.filter((entry) => !isFailed(entry) && isWorth(entry))];
  const head = [
    marker,
    `## ${titleOf(entries, failed.length)}`,
    '',
    ...(failure === undefined ? [] : [`> [!CAUTION]\n> ${inline(failure.message)}`, '']),
    '| account | id | |',
    '|---|---|---|',
    ...entries.map(rowOf),
    ...(plans === undefined ? [] : ['', `Plan id \`${plans.planId}\``]),
    '',
  ].join('\n');
  const room = budget - Buffer.byteLength(head) - 200;
  const count = Math.max(0, Math.min(told.length, Math.floor(room / leastSection)));
  const sections = told.slice(0, count).map((entry) => {
    const linkTo = linkToLines(run, {
      serverUrl: run.serverUrl,
      commit: entry.report.commits.head,
    });
    const title = `<!-- ${entry.account.name} -->\n### ${entry.account.name} (${entry.account.id})`;
    const own = { linkTo, marker: title, budget: Math.floor(room / count) };
    return renderComment(entry.report, own).markdown;
  });
  const hidden = told.length - count;
  const notice = hidden > 0 ? `\n${hidden} more accounts: see the summary of the run.\n` : '';
  return `${head}\n${sections.join('\n')}${notice}`;
}

export function isFailed({ report }: AccountEntry): boolean {
  return report.failure !== undefined;
}

function isWorth({ report }: AccountEntry): boolean {
  const { plan, review, policies, checks, phase } = report;
  return (
    phase.kind !== 'planned' ||
    policies.length + checks.length > 0 ||
    (plan?.changes.length ?? review?.access.length ?? 0) > 0
  );
}

export function titleOf(entries: readonly AccountEntry[], failed: number): string {
  const changing = entries.filter(({ report }) => (report.plan?.changes.length ?? 0) > 0).length;
  const parts = [
    `${entries.length} ${entries.length === 1 ? 'account' : 'accounts'}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(changing > 0 ? [`${changing} with changes`] : []),
  ];
  return parts.join(', ');
}

export function outcomeOf({ report }: AccountEntry): string {
  const { plan } = report;
  const verdict = reportVerdict(report).title;
  return plan === undefined || plan.changes.length === 0
    ? verdict
    : `${verdict}. ${summarizePlan(plan)}`;
}

function rowOf(entry: AccountEntry): string {
  const mark = isFailed(entry) ? '❌' : isWorth(entry) ? '🔶' : '✅';
  return `| ${entry.account.name} | ${entry.account.id} | ${mark} ${inline(outcomeOf(entry))} |`;
}

/** What AWS or a file says stays text in a cell. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|@&]/g, (character) => `&#${character.charCodeAt(0)};`)
    .slice(0, 1_000);
}
