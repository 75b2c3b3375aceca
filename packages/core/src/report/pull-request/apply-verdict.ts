import type { ApplyReport } from '../../plan/apply-report.ts';
import { count } from '../count.ts';
import { failureText, failureTitles } from './failure-words.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import type { Verdict } from './verdict-type.ts';

/** What came of applying. */
export function appliedVerdict(
  report: PullRequestReport,
  applied: ApplyReport | undefined,
): Verdict {
  const results = applied?.results ?? [];
  const failed = results.filter(({ status }) => status === 'failed').length;
  const done = results.filter(({ status }) => status === 'done' || status === 'already').length;
  if (report.failure === undefined && applied?.complete !== false) {
    const text =
      applied === undefined || results.length === 0
        ? 'Nothing was left to do: the account is as the manifest says.'
        : `${count(results.length, 'operation')} carried out. The account is as the manifest says.`;
    return { alert: 'TIP', title: 'Applied', text: [text] };
  }
  const why = failed > 0 ? `${failed} failed, ` : '';
  const sum = `Of ${count(results.length, 'operation')} ${why}${done} carried out, ${results.length - failed - done} not tried.`;
  return {
    alert: 'CAUTION',
    title: applied?.interrupted === true ? 'Applied in part: stopped' : 'Applied in part',
    text: [...(results.length > 0 ? [sum] : []), ...failureText(report)],
  };
}

/** Why nothing was applied. */
export function notAppliedVerdict(report: PullRequestReport): Verdict {
  const { failure } = report;
  if (failure === undefined)
    return {
      alert: 'WARNING',
      title: 'Not applied',
      text: ['Nothing was changed in the account.'],
    };
  const why = failureTitles[failure.reason];
  return {
    alert: 'CAUTION',
    title: `Not applied: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    text: failureText(report),
  };
}
