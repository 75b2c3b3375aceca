import type { FindingsReport } from './findings-report.ts';
import { findingsAsff } from './formats/findings-asff.ts';
import { findingsCsv } from './formats/findings-csv.ts';
import { findingsJson } from './formats/findings-json.ts';
import { findingsJsonLines } from './formats/findings-json-lines.ts';
import { findingsJunit } from './formats/findings-junit.ts';
import { findingsMarkdown } from './formats/findings-markdown.ts';
import { findingsOcsf } from './formats/findings-ocsf.ts';
import { findingsSarif } from './formats/findings-sarif.ts';
import { findingsPage } from './html/findings-page.ts';

export const reportFormats = [
  'json',
  'jsonl',
  'csv',
  'markdown',
  'junit',
  'sarif',
  'ocsf',
  'asff',
  'html',
] as const;

/** Every format of a file; the table of a terminal has a layout and is made by `renderFindings`. */
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportFormatOptions {
  /** Of SARIF: the file that results point at. */
  readonly file: string;
  /** Of ASFF: the Region of the Security Hub. */
  readonly region: string;
}

/** The report in a format, as text that ends with a line feed (CSV: with CRLF). */
export function renderReport(
  report: FindingsReport,
  format: ReportFormat,
  options: ReportFormatOptions,
): string {
  switch (format) {
    case 'json':
      return pretty(findingsJson(report));
    case 'jsonl':
      return findingsJsonLines(report);
    case 'csv':
      return findingsCsv(report);
    case 'markdown':
      return findingsMarkdown(report);
    case 'junit':
      return findingsJunit(report);
    case 'sarif':
      return pretty(findingsSarif(report, options));
    case 'ocsf':
      return pretty(findingsOcsf(report));
    case 'asff':
      return pretty(findingsAsff(report, options));
    case 'html':
      return findingsPage(report);
    default:
      return format satisfies never;
  }
}

function pretty(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
