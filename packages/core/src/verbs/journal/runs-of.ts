import type { OperationStatus } from '../../plan/apply-report.ts';
import type { JournalEntry } from './journal-entry.ts';

type Entry<K extends JournalEntry['kind']> = Extract<JournalEntry, { readonly kind: K }>;

/** One run as its entries tell it. */
export interface JournalRun {
  readonly begun: Entry<'run-begun'>;
  readonly changes: readonly Entry<'change-begun'>[];
  /** By id of the operation. One that was begun and is not here may have been done or not. */
  readonly settled: ReadonlyMap<string, OperationStatus>;
  /** Absent where the run was killed. */
  readonly ended: Entry<'run-ended'> | undefined;
}

/** The runs of a journal, oldest first. */
export function runsOf(entries: readonly JournalEntry[]): readonly JournalRun[] {
  const byRun = Map.groupBy(entries, ({ run }) => run);
  return [...byRun.values()].flatMap((all) => {
    const begun = all.find((entry) => entry.kind === 'run-begun');
    if (begun === undefined) return [];
    const settled = all.filter((entry) => entry.kind === 'operation-settled');
    return [
      {
        begun,
        changes: all.filter((entry) => entry.kind === 'change-begun'),
        settled: new Map(settled.map(({ id, status }) => [id, status])),
        ended: all.find((entry) => entry.kind === 'run-ended'),
      },
    ];
  });
}
