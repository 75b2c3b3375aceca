import type { Schema } from '@rolecall/contract';
import type { ComparedRun, ReportedFinding } from '@rolecall/core';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import type { CheckFindingRecord, CheckRunRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import { readRunReport, type StoredRunReport } from './run-report.ts';

type CheckRuns = Pick<Readers, 'checkRuns'>;

/** A run that has succeeded, with its report. */
export interface FinishedRun {
  readonly run: CheckRunRecord;
  readonly report: StoredRunReport;
}

/** @throws Problem `not-found`, `state-conflict` while it is not through, or where it has failed */
export async function requireFinished({ checkRuns }: CheckRuns, id: string): Promise<FinishedRun> {
  const run = await checkRuns.get(id);
  if (run === undefined) throw problem('not-found');
  const report = run.state === 'succeeded' ? await checkRuns.getReport(id) : undefined;
  if (report === undefined)
    throw problem('state-conflict', { detail: `The check run is ${run.state}: it has no report.` });
  return { run, report: readRunReport(report) };
}

/** Every finding of a run, in core's order. */
export async function findingsOf(
  { checkRuns }: CheckRuns,
  runId: string,
): Promise<readonly ReportedFinding[]> {
  const rows = await checkRuns.listFindings({ runId, limit: Number.MAX_SAFE_INTEGER });
  return rows.map(findingOf);
}

/** A run as core compares it with another. */
export async function comparedRun(
  readers: CheckRuns,
  { run, report }: FinishedRun,
): Promise<ComparedRun> {
  return { takenAt: new Date(report.takenAt), findings: await findingsOf(readers, run.id) };
}

/**
 * The run before, that another is compared with.
 *
 * @throws Problem
 */
export async function requireBefore(
  readers: CheckRuns,
  id: string,
  after: CheckRunRecord,
): Promise<FinishedRun> {
  const before = await requireFinished(readers, id);
  if (before.run.accountId === after.accountId && id !== after.id) return before;
  const message = 'must be another run of the same account';
  throw problem('parameter-invalid', { errors: [{ pointer: 'with', message }] });
}

type Finding = ReportedFinding & Schema<'Finding'>;

/** Stored by the job of the run, from core's `ReportedFinding`. */
const finding = z.custom<Finding>(
  (value) => z.looseObject({ id: z.string(), check: z.string() }).safeParse(value).success,
);

export function findingOf(row: CheckFindingRecord): Finding {
  return finding.parse(row.finding);
}
