import type { Report } from '../account/account.ts';
import { instantOf } from '../account/account.ts';
import { accountSummary } from '../account-summary.ts';
import { refuse } from '../aws-error.ts';
import { credentialReport } from '../credential-report.ts';
import type { IamHandlers } from './iam-handlers.ts';

/** AWS makes a new report only when the last one is older than this. */
const lifetimeMs = 4 * 3600 * 1000;

export const reportActions = {
  GetAccountSummary: ({ account }) => ({ SummaryMap: accountSummary(account) }),
  GenerateCredentialReport: ({ account }) => {
    const at = account.clock().getTime();
    const { report } = account.passing;
    if (report !== undefined && at - report.startedAt < lifetimeMs) {
      report.state = 'complete';
      return { State: 'COMPLETE' };
    }
    account.passing.report = {
      content: credentialReport(account),
      startedAt: at,
      state: 'started',
      reads: 0,
    };
    return {
      State: 'STARTED',
      Description: 'No report exists. Starting a new report generation task',
    };
  },
  GetCredentialReport: ({ account }) => {
    const { report } = account.passing;
    if (report === undefined) {
      return refuse('ReportNotPresent', 'No report is present. Please generate a new report.');
    }
    if (account.clock().getTime() - report.startedAt >= lifetimeMs) {
      refuse('ReportExpired', 'The report has expired. Please generate a new report.');
    }
    refuseUnfinished(report);
    return {
      Content: Buffer.from(report.content).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: instantOf(new Date(report.startedAt)),
    };
  },
} satisfies IamHandlers;

/** The first read after the start comes too early; the next finds it done. */
function refuseUnfinished(report: Report): void {
  if (report.state === 'complete') return;
  report.state = 'complete';
  refuse('ReportInProgress', 'The report is being generated.');
}
