import { checkEntries, type FindingsReport } from '../findings-report.ts';
import { findingJson } from './findings-json.ts';

/**
 * A line for each finding, for log stores: the finding as in the JSON report, and what tells it from
 * those of other accounts and runs. Ends with a line feed; empty where there is no finding.
 */
export function findingsJsonLines(report: FindingsReport): string {
  const entries = checkEntries(report);
  return report.findings
    .map((finding) => {
      const line = {
        time: report.takenAt.toISOString(),
        account: report.account,
        area: entries.get(finding.check)?.area ?? null,
        title: entries.get(finding.check)?.check?.title ?? null,
        ...findingJson(finding),
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
