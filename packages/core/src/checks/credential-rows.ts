import type { CredentialReport, CredentialRow } from '../model/snapshot.ts';

export function rootRow(report: CredentialReport): CredentialRow | undefined {
  return report.rows.find((row) => row.isRoot);
}

export function userRows(report: CredentialReport): readonly CredentialRow[] {
  return report.rows.filter((row) => !row.isRoot);
}
