import type { CheckMetadata } from '../../../checks/check.ts';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { FindingsReport } from '../findings-report.ts';

const account = '111122223333';
export const rootArn = `arn:aws:iam::${account}:root`;
const alice = `arn:aws:iam::${account}:user/team/alice`;

/** A text that would do harm wherever it were taken for more than text. */
export const hostile =
  '=cmd|"/c calc"!A1 </script>]]><b a=\'x\'>&amp; `code` [link](javascript:x) @all #1 | \u0000\u001b[31m\u202e\ud800,\r\n\u2028end';

export const exception = {
  reason: 'The build server moves in January.',
  owner: 'platform@example.com',
  expires: '2027-01-31',
};

export function aFinding(about: Partial<ReportedFinding> = {}): ReportedFinding {
  const { check = 'key-age', subject = alice } = about;
  return {
    id: `${check}:${subject}`,
    check,
    subject,
    severity: 'medium',
    outcome: 'fail',
    message: 'Access key 1 of alice is 1200 days old; the limit is 90.',
    evidence: { ageDays: 1200 },
    remedy: 'Replace it.',
    ...about,
  };
}

function aCheck(id: string, title: string): CheckMetadata {
  return {
    id,
    title,
    severity: 'medium',
    subject: 'user',
    rationale: 'Old keys leak.',
    remedy: 'Replace it.',
    documentation:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  };
}

export const areas: FindingsReport['areas'] = [
  { title: 'Root user', checks: [aCheck('root-mfa', 'Root has MFA')] },
  {
    title: 'Users & keys',
    checks: [aCheck('key-age', 'Access keys are young'), aCheck('user-mfa', 'Users have MFA')],
  },
];

/** One finding of every outcome, one excepted, and one whose every text is hostile. */
export const everyFinding: readonly ReportedFinding[] = [
  aFinding({ check: 'root-mfa', subject: rootArn, severity: 'critical', outcome: 'unknown' }),
  aFinding({}),
  aFinding({ check: 'user-mfa', outcome: 'pass', remedy: '' }),
  aFinding({ check: 'user-mfa', subject: `${alice}2`, outcome: 'warn' }),
  aFinding({ check: 'user-mfa', subject: `${alice}3`, outcome: 'manual' }),
  aFinding({ check: 'user-mfa', subject: `${alice}4`, outcome: 'not-applicable', remedy: '' }),
  aFinding({ check: 'user-mfa', subject: `${alice}5`, severity: 'high', exception }),
  aFinding({
    check: 'strange',
    id: `strange:${hostile}`,
    subject: hostile,
    message: hostile,
    remedy: hostile,
    evidence: { [hostile]: [hostile] },
  }),
];

export function aReport(about: Partial<FindingsReport> = {}): FindingsReport {
  return {
    account,
    partition: 'aws',
    caller: `arn:aws:sts::${account}:assumed-role/audit/me`,
    takenAt: new Date('2026-11-20T11:59:00Z'),
    checkedAt: new Date('2026-11-20T12:00:00Z'),
    credentialReportGeneratedAt: '2026-11-20T11:00:00Z',
    findings: everyFinding,
    areas,
    profile: { id: 'cis-7.0', title: 'CIS 7.0', controls: { 'key-age': ['2.12'] } },
    version: '1.2.3',
    ...about,
  };
}
