import { refuse } from '../aws-error.ts';
import type { Account } from './account.ts';

/** Whether the rest of IAM has heard of a new principal yet. Without such faults, always. */
export function isVisible(account: Account, id: string): boolean {
  const birth = account.passing.births.get(id);
  if (birth === undefined) return true;
  const { propagationCalls, propagationMs } = account.faults;
  const calls = account.passing.calls - birth.call;
  const elapsed = account.clock().getTime() - birth.at;
  return calls > (propagationCalls ?? 0) && elapsed >= (propagationMs ?? 0);
}

/** Counts a read by name of a new entity, and refuses the first `propagationReads` of them. */
export function readNew(account: Account, id: string, message: string): void {
  const birth = account.passing.births.get(id);
  if (birth === undefined || birth.reads >= (account.faults.propagationReads ?? 0)) return;
  birth.reads += 1;
  refuse('NoSuchEntity', message);
}
