import { type ReportFormat, renderComplianceMarkdown, renderReport } from '@rolecall/core';
import type { CheckOptions } from '../commands/check.ts';
import type { Environment } from '../environment.ts';
import { defaultManifest } from '../files/manifest-files.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { type CheckReports, checkJson } from './check-report.ts';
import type { ReportTarget } from './report-targets.ts';

/** Fails before the account is read where a report could not be kept. */
export async function requireTargets(cwd: string, targets: readonly ReportTarget[]): Promise<void> {
  for (const { file } of targets) if (file !== undefined) await requireWritable(cwd, file);
}

export interface ReportSource {
  readonly environment: Environment;
  readonly options: Pick<CheckOptions, 'manifest'>;
  readonly reports: CheckReports;
}

/** Writes the reports that have a file. */
export async function writeReports(
  targets: readonly ReportTarget[],
  source: ReportSource,
): Promise<void> {
  for (const { format, file } of targets) {
    if (file !== undefined)
      await writeText(source.environment.cwd, file, reportText(format, source));
  }
}

/** One report as text, ending in a line feed. */
export function reportText(
  format: ReportFormat,
  { environment: { env }, options, reports }: ReportSource,
): string {
  const { report, compliance } = reports;
  if (format === 'json') return `${JSON.stringify(checkJson(reports), null, 2)}\n`;
  const text = renderReport(report, format, {
    file: options.manifest ?? defaultManifest,
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || homeRegion(report.partition),
  });
  const table = compliance === undefined ? '' : renderComplianceMarkdown(compliance);
  return format === 'markdown' && table !== '' ? `${text}\n${table}\n` : text;
}

/** Where IAM of the partition answers. */
function homeRegion(partition: string): string {
  switch (partition) {
    case 'aws-cn':
      return 'cn-north-1';
    case 'aws-us-gov':
      return 'us-gov-west-1';
    case 'aws-eusc':
      return 'eusc-de-east-1';
    default:
      return 'us-east-1';
  }
}
