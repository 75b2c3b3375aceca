import type { CredentialReport, CredentialRow } from '../model/snapshot.ts';
import type { Verdict } from './check.ts';

export function rootRow(report: CredentialReport): CredentialRow | undefined {
  return report.rows.find((row) => row.isRoot);
}

export function userRows(report: CredentialReport): readonly CredentialRow[] {
  return report.rows.filter((row) => !row.isRoot);
}

/** What is said of one row; subject and age of the report are added. */
export type RowVerdict = Omit<Verdict, 'subject'>;

/**
 * The verdicts on every user in the report, never on root. Each carries the time of the report:
 * AWS makes a new one at most every four hours, so that what was mended since still shows.
 */
export function judgeUserRows(
  report: CredentialReport,
  judge: (row: CredentialRow) => readonly RowVerdict[],
): readonly Verdict[] {
  return userRows(report).flatMap((row) =>
    judge(row).map((verdict) => ({
      ...verdict,
      subject: row.arn,
      evidence: { ...verdict.evidence, reportGeneratedAt: report.generatedAt },
    })),
  );
}

export type AccessKey = CredentialRow['accessKeys'][number];

/** An access key of a row; the report numbers keys and does not show their ids. */
export interface NumberedKey {
  readonly key: 'key-1' | 'key-2';
  /** For messages, e.g. `Access key 1 of alice`. */
  readonly label: string;
  readonly accessKey: AccessKey;
}

export function activeKeys(row: CredentialRow): readonly NumberedKey[] {
  return numberedKeys(row).filter(({ accessKey }) => accessKey.active);
}

/** Keys that were made inactive and not deleted: a slot that never held a key has no date. */
export function inactiveKeys(row: CredentialRow): readonly NumberedKey[] {
  return numberedKeys(row).filter(
    ({ accessKey }) => !accessKey.active && accessKey.lastRotatedAt !== undefined,
  );
}

function numberedKeys({ user, accessKeys: [first, second] }: CredentialRow): NumberedKey[] {
  return [
    { key: 'key-1', label: `Access key 1 of ${user}`, accessKey: first },
    { key: 'key-2', label: `Access key 2 of ${user}`, accessKey: second },
  ];
}
