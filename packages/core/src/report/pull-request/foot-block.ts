import { bundledActionData } from '@rolecall/policy';
import { code, details, joinBlocks, link } from './markdown.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { shortId } from './short-id.ts';

/** From what all this was worked out: in short, and folded in full. */
export function footBlock(report: PullRequestReport): string {
  const { plan, commits, runUrl, declared, account, guardrails } = report;
  const range = [commits.base, commits.head].flatMap((each) =>
    each === undefined ? [] : [code(shortId(each))],
  );
  const line = [
    ...(plan === undefined ? [] : [`plan ${code(shortId(plan.planId))}`]),
    range.join(' → '),
    ...(runUrl === undefined ? [] : [link('run', runUrl)]),
  ].join(' · ');
  const rows = [
    ...(plan === undefined ? [] : [`- Plan id: ${code(plan.planId)}`]),
    `- Commits: ${[commits.base, commits.head].flatMap((each) => (each === undefined ? [] : [code(each)])).join(' → ')}`,
    ...guardrailLines(guardrails),
    ...readLines(report),
    // Not where anything is approved: nobody but the manifest says so.
    ...(account === undefined && declared !== undefined
      ? [
          `- Declared for account ${code(declared.account)}, scope ${code(declared.scope)}; not verified`,
        ]
      : []),
    `- Actions of AWS as of ${bundledActionData().date}`,
  ];
  return joinBlocks([
    '---',
    `Rolecall · ${line}`,
    details('How this was worked out', [rows.join('\n')]),
  ]);
}

function guardrailLines(guardrails: PullRequestReport['guardrails']): readonly string[] {
  if (guardrails === undefined) return [];
  const { file, commit, state } = guardrails;
  const at = `${code(file)} at ${code(commit)}`;
  return [
    state === 'used'
      ? `- Guardrails: ${at}`
      : `- Guardrails: there is no ${at}; what Rolecall always holds to still holds`,
  ];
}

function readLines({ account, review }: PullRequestReport): readonly string[] {
  if (account === undefined || review === undefined) return [];
  const at = review.before.takenAt.slice(0, 16).replace('T', ' ');
  return [`- Account ${code(account.id)} as AWS showed it: ${code(`${at} UTC`)}`];
}
