import { canonicalJson } from '@rolecall/policy';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { checkEntries, controlsOf, type FindingsReport } from '../findings-report.ts';

type Column = (
  finding: ReportedFinding,
  report: FindingsReport,
  area: string,
  title: string,
) => string;

const columns: { readonly [name: string]: Column } = {
  account: (_, { account }) => account,
  time: (_, { takenAt }) => takenAt.toISOString(),
  area: (_finding, _report, area) => area,
  check: ({ check }) => check,
  title: (_finding, _report, _area, title) => title,
  controls: ({ check }, report) => controlsOf(report, check).join(' '),
  severity: ({ severity }) => severity,
  outcome: ({ outcome }) => outcome,
  subject: ({ subject }) => subject,
  message: ({ message }) => message,
  remedy: ({ remedy }) => remedy,
  exception_reason: ({ exception }) => exception?.reason ?? '',
  exception_owner: ({ exception }) => exception?.owner ?? '',
  exception_expires: ({ exception }) => exception?.expires ?? '',
  evidence: ({ evidence }) => canonicalJson(evidence),
  id: ({ id }) => id,
};

/**
 * A row for each finding, below a row of names (RFC 4180: CRLF, UTF-8). A cell that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
export function findingsCsv(report: FindingsReport): string {
  const entries = checkEntries(report);
  const rows = report.findings.map((finding) => {
    const entry = entries.get(finding.check);
    return Object.values(columns).map((column) =>
      column(finding, report, entry?.area ?? '', entry?.check?.title ?? ''),
    );
  });
  return [Object.keys(columns), ...rows]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');
}

/** Source: OWASP, "CSV Injection". Full-width signs count too: some spreadsheets read them alike. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
