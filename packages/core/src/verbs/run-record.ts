import type { OperationResult } from '../plan/apply-report.ts';
import type { Change } from '../plan/plan.ts';

/** What a run writes down of itself, so that a later one knows what this one was about to do. */
export interface RunRecord {
  /** Resolves once it is kept for good; only then is anything of the change written to AWS. */
  began(change: Change): Promise<void>;
  settled(result: OperationResult): void;
}
