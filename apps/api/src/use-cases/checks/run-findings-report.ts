import {
  checkGroups,
  compareRuns,
  type FindingsReport,
  findingsReport,
  findProfile,
  known,
  noParts,
  reportedProfile,
  type Snapshot,
  snapshotSchemaVersion,
} from '@rolecall/core';
import type { Readers } from '../../storage/readers.ts';
import { comparedRun, type FinishedRun, findingsOf, requireBefore } from './finished-run.ts';
import type { StoredRunReport } from './run-report.ts';

/**
 * A stored run as core's formats take it, compared with a run before where one is named.
 *
 * @throws Problem
 */
export async function runFindingsReport(
  readers: Pick<Readers, 'checkRuns'>,
  { run, report }: FinishedRun,
  beforeId: string | undefined,
): Promise<FindingsReport> {
  const findings = await findingsOf(readers, run.id);
  const profile = run.request.profile === null ? undefined : findProfile(run.request.profile);
  const before = beforeId === undefined ? undefined : await requireBefore(readers, beforeId, run);
  const after = { takenAt: new Date(report.takenAt), findings };
  return findingsReport({
    snapshot: snapshotOf(report),
    findings,
    groups: checkGroups,
    checkedAt: new Date(report.checkedAt),
    version: report.version,
    ...(profile && { profile: reportedProfile(profile) }),
    ...(before && { comparison: compareRuns(await comparedRun(readers, before), after) }),
  });
}

/** As much of the snapshot as a report tells: it is not kept. */
function snapshotOf({ caller, takenAt, credentialReportGeneratedAt }: StoredRunReport): Snapshot {
  const generatedAt = credentialReportGeneratedAt;
  const parts =
    generatedAt === null
      ? noParts
      : { ...noParts, credentialReport: known({ generatedAt, rows: [] }) };
  return { schemaVersion: snapshotSchemaVersion, caller, takenAt, parts };
}
