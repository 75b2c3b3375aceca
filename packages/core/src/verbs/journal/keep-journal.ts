import { jsonSchema } from '../../model/policy-schema.ts';
import type { ApplyReport } from '../../plan/apply-report.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RunRecord } from '../run-record.ts';
import type { JournalEntry, JournalPort } from './journal-entry.ts';

export interface JournalInput {
  readonly port: JournalPort;
  readonly run: string;
  readonly caller: string;
  readonly door: string;
  readonly now: () => Date;
  readonly reviewedPlanId: string | null;
}

export interface KeptRun extends RunRecord {
  ended(report: Pick<ApplyReport, 'complete'>): Promise<void>;
}

/** Opens the entry of a run: from here on nothing is written to AWS that does not stand here first. */
export async function keepJournal(plan: Plan, input: JournalInput): Promise<KeptRun> {
  const { port, run, caller, door, now, reviewedPlanId } = input;
  const { account, partition, scope, planId } = plan;
  const said = () => ({ run, at: now().toISOString() });
  let waiting: JournalEntry[] = [];
  // What came of the operations is told with the next change: if that is lost, they count as open.
  const keep = async (entry: JournalEntry): Promise<void> => {
    const entries = [...waiting, entry];
    waiting = [];
    await port.append(entries);
  };
  await keep({
    kind: 'run-begun',
    ...said(),
    version: 1,
    account,
    partition,
    scope,
    planId,
    reviewedPlanId,
    caller,
    door,
  });
  return {
    began: ({ kind, resource, operations }) =>
      keep({
        kind: 'change-begun',
        ...said(),
        change: kind,
        resource,
        operations: operations.map(({ id, action, facet, input: sent, before, after }) => ({
          id,
          action,
          facet,
          input: jsonSchema.parse(JSON.parse(JSON.stringify(sent))),
          before,
          after,
        })),
      }),
    settled: ({ id, status, message }) => {
      waiting.push({
        kind: 'operation-settled',
        ...said(),
        id,
        status,
        ...(message !== undefined && { message }),
      });
    },
    ended: ({ complete }) => keep({ kind: 'run-ended', ...said(), complete }),
  };
}
