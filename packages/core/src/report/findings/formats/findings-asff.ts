import { createHash } from 'node:crypto';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { Outcome, Severity } from '../../../model/finding.ts';
import {
  type CheckEntry,
  checkEntries,
  controlsOf,
  type FindingsReport,
} from '../findings-report.ts';
import { standingOf } from '../standing.ts';
import { resourceType } from './resource-type.ts';

export interface AsffOptions {
  /** The Region of the Security Hub that takes the findings. */
  readonly region: string;
}

/** What one `BatchImportFindings` takes at most. */
export const asffBatchSize = 100;

/** The input of one `aws securityhub batch-import-findings --cli-input-json`. */
export interface AsffBatch {
  readonly Findings: readonly object[];
}

/**
 * The findings in the AWS Security Finding Format, as the inputs of as many calls of
 * `BatchImportFindings` as it takes, for the default product of the account. A run without findings
 * gives no batch.
 * Source: AWS Security Hub User Guide, "AWS Security Finding Format"; limits of length from the API
 * Reference.
 */
export function findingsAsff(
  report: FindingsReport,
  { region }: AsffOptions,
): readonly AsffBatch[] {
  const entries = checkEntries(report);
  const findings = report.findings.map((finding) =>
    asffOf(finding, { report, region, entry: entries.get(finding.check) }),
  );
  return Array.from({ length: Math.ceil(findings.length / asffBatchSize) }, (_, nth) => ({
    Findings: findings.slice(nth * asffBatchSize, (nth + 1) * asffBatchSize),
  }));
}

interface AsffContext {
  readonly report: FindingsReport;
  readonly region: string;
  readonly entry: CheckEntry | undefined;
}

function asffOf(finding: ReportedFinding, { report, region, entry }: AsffContext): object {
  const { id, check, outcome, subject, message, remedy, exception } = finding;
  const { account, partition } = report;
  const at = report.takenAt.toISOString();
  const documentation = entry?.check?.documentation;
  const severity = { Label: labelOf(finding) };
  const controls = controlsOf(report, check);
  return {
    SchemaVersion: '2018-10-08',
    Id: shortId(id),
    ProductArn: `arn:${partition}:securityhub:${region}:${account}:product/${account}/default`,
    GeneratorId: `rolecall/${check}`,
    AwsAccountId: account,
    Types: [type],
    CreatedAt: at,
    UpdatedAt: at,
    Severity: severity,
    Title: cut(entry?.check?.title ?? check, 256),
    Description: cut(message, 1024),
    ...(remedy !== '' && {
      Remediation: {
        Recommendation: {
          Text: cut(remedy, 512),
          ...(documentation !== undefined && { Url: documentation }),
        },
      },
    }),
    ProductFields: {
      'rolecall/check': check,
      'rolecall/outcome': outcome,
      'rolecall/version': report.version,
      ...(report.profile && { 'rolecall/profile': report.profile.id }),
    },
    Resources: [
      { Type: resourceType(subject), Id: cut(subject, 512), Partition: partition, Region: region },
    ],
    Compliance: {
      Status: statuses[outcome],
      ...(controls.length > 0 && { RelatedRequirements: controls.slice(0, 32) }),
    },
    FindingProviderFields: { Severity: severity, Types: [type] },
    RecordState: 'ACTIVE',
    Workflow: { Status: workflowOf(finding) },
    ...(exception && {
      Note: {
        Text: cut(`Excepted until ${exception.expires}: ${exception.reason}`, 512),
        UpdatedBy: cut(exception.owner, 512),
        UpdatedAt: at,
      },
    }),
  };
}

/** Of AWS's own taxonomy: namespace/category. */
const type = 'Software and Configuration Checks/AWS Security Best Practices';

const statuses: { readonly [O in Outcome]: string } = {
  pass: 'PASSED',
  fail: 'FAILED',
  warn: 'WARNING',
  manual: 'WARNING',
  unknown: 'NOT_AVAILABLE',
  'not-applicable': 'NOT_AVAILABLE',
};

/** What passes or does not apply tells nobody to hurry, whatever its check would say of a failure. */
function labelOf({ outcome, severity }: ReportedFinding): string {
  return outcome === 'pass' || outcome === 'not-applicable' ? labels.info : labels[severity];
}

const labels: { readonly [S in Severity]: string } = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INFORMATIONAL',
};

/** Counts when a finding is imported first; Security Hub keeps what its users set later. */
function workflowOf(finding: ReportedFinding): string {
  switch (standingOf(finding)) {
    case 'excepted':
      return 'SUPPRESSED';
    case 'pass':
    case 'not-applicable':
      return 'RESOLVED';
    default:
      return 'NEW';
  }
}

/** An id of more than 512 characters keeps its beginning and gets a digest of all of it. */
function shortId(id: string): string {
  if (id.length <= 512) return id;
  return `${id.slice(0, 440)}~${createHash('sha256').update(id).digest('hex')}`;
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`.toWellFormed();
}
