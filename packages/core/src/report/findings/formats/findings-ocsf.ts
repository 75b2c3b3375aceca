import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { Severity } from '../../../model/finding.ts';
import {
  type CheckEntry,
  checkEntries,
  controlsOf,
  type FindingsReport,
} from '../findings-report.ts';
import { type Standing, standingOf } from '../standing.ts';
import { resourceType } from './resource-type.ts';

/** The version of the schema that the events are written to. */
export const ocsfVersion = '1.3.0';

/**
 * An event of class Compliance Finding (2003) for each finding, profile `cloud`. Times are
 * milliseconds of Unix time.
 * Source: Open Cybersecurity Schema Framework 1.3.0, events/findings/compliance_finding.
 */
export function findingsOcsf(report: FindingsReport): readonly object[] {
  const entries = checkEntries(report);
  return report.findings.map((finding) => eventOf(finding, report, entries.get(finding.check)));
}

function eventOf(
  finding: ReportedFinding,
  report: FindingsReport,
  entry: CheckEntry | undefined,
): object {
  const { id, check, subject, message, remedy, evidence, exception } = finding;
  const { account, partition, version, profile } = report;
  const time = report.takenAt.getTime();
  const title = entry?.check?.title ?? check;
  const documentation = entry?.check?.documentation;
  const controls = controlsOf(report, check);
  const compliance = compliances[finding.outcome];
  const state = stateOf(finding);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time,
    ...severityOf(finding),
    ...state,
    message,
    ...(exception && {
      comment: `Excepted until ${exception.expires} by ${exception.owner}: ${exception.reason}`,
    }),
    metadata: {
      version: ocsfVersion,
      profiles: ['cloud'],
      product: { name: 'Rolecall', vendor_name: 'Rolecall', version },
      event_code: check,
    },
    cloud: {
      provider: 'AWS',
      account: { uid: account, type: 'AWS Account', type_id: 10 },
    },
    finding_info: {
      uid: id,
      title,
      desc: message,
      created_time: time,
      types: ['Software and Configuration Checks'],
      ...(documentation !== undefined && { src_url: documentation }),
    },
    compliance: {
      standards: [profile?.title ?? 'Rolecall'],
      control: check,
      ...(controls.length > 0 && { requirements: [...controls] }),
      ...compliance,
      status_detail: message,
    },
    ...(remedy !== '' && {
      remediation: {
        desc: remedy,
        ...(documentation !== undefined && { references: [documentation] }),
      },
    }),
    resources: [
      {
        uid: subject,
        type: resourceType(subject),
        cloud_partition: partition,
        region: 'aws-global',
      },
    ],
    unmapped: { outcome: finding.outcome, evidence },
  };
}

const compliances = {
  pass: { status_id: 1, status: 'Pass' },
  warn: { status_id: 2, status: 'Warning' },
  fail: { status_id: 3, status: 'Fail' },
  unknown: { status_id: 0, status: 'Unknown' },
  manual: { status_id: 99, status: 'Manual' },
  'not-applicable': { status_id: 99, status: 'Not applicable' },
} as const;

/** What passes or does not apply tells nobody to hurry, whatever its check would say of a failure. */
function severityOf({ outcome, severity }: ReportedFinding): object {
  return outcome === 'pass' || outcome === 'not-applicable'
    ? severities.info
    : severities[severity];
}

const severities: { readonly [S in Severity]: object } = {
  info: { severity_id: 1, severity: 'Informational' },
  low: { severity_id: 2, severity: 'Low' },
  medium: { severity_id: 3, severity: 'Medium' },
  high: { severity_id: 4, severity: 'High' },
  critical: { severity_id: 5, severity: 'Critical' },
};

function stateOf(finding: ReportedFinding): object {
  const states: { readonly [S in Standing]: object } = {
    fail: isNew,
    warn: isNew,
    manual: isNew,
    unknown: isNew,
    excepted: { status_id: 3, status: 'Suppressed' },
    pass: { status_id: 4, status: 'Resolved' },
    'not-applicable': { status_id: 4, status: 'Resolved' },
  };
  return states[standingOf(finding)];
}

const isNew = { status_id: 1, status: 'New' };
