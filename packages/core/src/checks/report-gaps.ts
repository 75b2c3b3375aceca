import type { CredentialReport, SnapshotParts, User } from '../model/snapshot.ts';
import type { Check, Verdict } from './check.ts';
import { userRows } from './credential-rows.ts';

/** Where the credential report, which may be four hours old, differs from the users of now. */
export interface ReportGaps {
  readonly generatedAt: string;
  /** Users that the report lacks, or of whose name it shows one that was deleted. */
  readonly unreported: readonly User[];
  /** ARNs in the report whose user exists no longer. */
  readonly gone: ReadonlySet<string>;
}

/** Nothing where either part is unknown: then nothing shows a gap. */
export function findReportGaps({
  users,
  credentialReport,
}: Pick<SnapshotParts, 'users' | 'credentialReport'>): ReportGaps | undefined {
  if (users.status === 'unknown' || credentialReport.status === 'unknown') return undefined;
  const report = credentialReport.value;
  const rows = new Map(userRows(report).map((row) => [row.arn, row]));
  const existing = new Set(users.value.map(({ arn }) => arn));
  return {
    generatedAt: report.generatedAt,
    unreported: users.value.filter((user) => !reports(report, user, rows.get(user.arn)?.createdAt)),
    gone: new Set([...rows.keys()].filter((arn) => !existing.has(arn))),
  };

  function reports(
    { generatedAt }: CredentialReport,
    { arn, createdAt }: User,
    reportedCreation: string | undefined,
  ): boolean {
    if (!rows.has(arn) || Date.parse(createdAt) > Date.parse(generatedAt)) return false;
    // A row of another moment is of an earlier user with this name.
    return (
      reportedCreation === undefined ||
      Math.abs(Date.parse(createdAt) - Date.parse(reportedCreation)) <= tolerance
    );
  }
}

/** The report and the API need not round the moment alike. */
const tolerance = 60_000;

/**
 * Replaces what a check says of users whom the report does not know yet by one `unknown` each, and
 * drops what it says of users that exist no longer.
 */
export function correctForGaps(
  check: Check,
  verdicts: readonly Verdict[],
  gaps: ReportGaps,
): readonly Verdict[] {
  const said = new Set(verdicts.map(({ subject }) => subject));
  const unreported = new Set(gaps.unreported.map(({ arn }) => arn));
  // A check that reads the users itself has chosen those it concerns.
  const concerned = check.needs.includes('users')
    ? gaps.unreported.filter(({ arn }) => said.has(arn))
    : gaps.unreported;
  return [
    ...verdicts.filter(({ subject }) => !unreported.has(subject) && !gaps.gone.has(subject)),
    ...concerned.map((user) => notReported(user, gaps)),
  ];
}

function notReported({ name, arn, createdAt }: User, { generatedAt }: ReportGaps): Verdict {
  return {
    outcome: 'unknown',
    subject: arn,
    message:
      `${name}: the credential report of ${generatedAt} does not know this user yet; AWS makes a ` +
      'new one at most every four hours.',
    evidence: { createdAt, reportGeneratedAt: generatedAt },
    remedy: 'Check again when AWS has made a new credential report.',
  };
}
