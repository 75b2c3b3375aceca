import type { Schema } from '@rolecall/contract';
import {
  compareRuns,
  type FindingChange,
  type ReportedFinding,
  type RunComparison,
  standingOf,
} from '@rolecall/core';
import type { Readers } from '../../storage/readers.ts';
import { comparedRun, type FinishedRun, requireBefore, requireFinished } from './finished-run.ts';

type Kind = Schema<'ChangeKind'>;

export interface RunChange {
  readonly change: Kind;
  readonly before: ReportedFinding | undefined;
  readonly after: ReportedFinding | undefined;
}

export interface ComparedRuns {
  readonly before: FinishedRun;
  readonly after: FinishedRun;
  /** What asks for somebody to look first. */
  readonly changes: readonly RunChange[];
  /** Checks of one of the runs alone. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/**
 * What became of the findings of a run before.
 *
 * @throws Problem
 */
export async function compareCheckRuns(
  readers: Pick<Readers, 'checkRuns'>,
  { id, beforeId }: { readonly id: string; readonly beforeId: string },
): Promise<ComparedRuns> {
  const after = await requireFinished(readers, id);
  const before = await requireBefore(readers, beforeId, after.run);
  const compared = compareRuns(
    await comparedRun(readers, before),
    await comparedRun(readers, after),
  );
  const { onlyBefore, onlyAfter } = compared;
  return { before, after, changes: changesOf(compared), onlyBefore, onlyAfter };
}

function changesOf(compared: RunComparison): readonly RunChange[] {
  const unread = compared.changed.filter(isUnread);
  const otherwise = compared.changed.filter((one) => !isUnread(one));
  return [
    ...compared.new.map((after) => changeTo('new', { after })),
    ...unread.map((one) => changeTo('unknown', one)),
    ...otherwise.map((one) => changeTo('changed', one)),
    ...compared.stillOpen.map((after) => changeTo('still-open', { after })),
    ...compared.fixed.map((before) => changeTo('fixed', { before })),
    ...compared.gone.map((before) => changeTo('gone', { before })),
  ];
}

function isUnread({ after }: FindingChange): boolean {
  return standingOf(after) === 'unknown';
}

function changeTo(
  change: Kind,
  {
    before,
    after,
  }: {
    readonly before?: ReportedFinding | undefined;
    readonly after?: ReportedFinding | undefined;
  },
): RunChange {
  return { change, before, after };
}
