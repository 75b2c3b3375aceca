import { code, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import type { PullRequestReport, ReportedApproval } from './pull-request-report.ts';
import { shortId } from './short-id.ts';

/**
 * What merging does, and who may approve it. Beside the word stands nothing but what AWS, GitHub or
 * this run itself said.
 */
export function approvalBlock(report: PullRequestReport): string {
  const { phase, plan, account } = report;
  if (phase.kind !== 'planned' || plan === undefined || plan.changes.length === 0) return '';
  if (account === undefined) return '';
  return joinBlocks(['### To apply', barrierOf(report) ?? mergeText(report, account, plan.planId)]);
}

function barrierOf({ refusals, plan, failure }: PullRequestReport): string | undefined {
  if (refusals.length > 0)
    return 'Not as it is: change what the guardrails refuse, or have the guardrails changed first, in a pull request of their own.';
  if ((plan?.conflicts.length ?? 0) > 0)
    return 'Not as it is: resolve the conflicts, then push again.';
  return failure === undefined ? undefined : 'Not while this check fails.';
}

function mergeText(
  { approval, commits }: PullRequestReport,
  account: NonNullable<PullRequestReport['account']>,
  planId: string,
): string {
  const alias = account.alias === undefined ? '' : ` (${code(account.alias)})`;
  return joinBlocks([
    `Merging applies plan ${code(shortId(planId))} to account ${code(account.id)}${alias}: these operations and no others. If the account or the branch moves, the plan is made anew and must be reviewed anew.`,
    approvalText(approval, commits.head),
  ]);
}

function approvalText(approval: ReportedApproval, head: string): string {
  if (approval.kind === 'none')
    return 'Rolecall asks for no review of its own: whoever may merge applies it.';
  const { approvedBy, void: voided } = approval;
  const need = `It takes an approving review of ${code(shortId(head))} by someone with write access who is neither the author nor the last to push.`;
  const given =
    approvedBy.length > 0
      ? `**Approved** by ${approvedBy
          .slice(0, most)
          .map((login) => code(login, 60))
          .join(', ')}.`
      : '**Not approved yet.**';
  const lost = voided
    .slice(0, most)
    .map(
      ({ login, why }) => `- The approval of ${code(login, 60)} does not count: ${prose(why, 300)}`,
    );
  return joinBlocks([`${need} ${given}`, lost.join('\n')]);
}

const most = 20;
