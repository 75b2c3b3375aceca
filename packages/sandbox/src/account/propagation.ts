import { refuse } from '../aws-error.ts';
import type { Propagation } from '../faults.ts';
import type { Account } from './account.ts';
import type { Group, InstanceProfile, Role, User } from './entities.ts';

/** Whether trusts have heard of a new principal yet. Without such faults, always. */
export function isVisible(account: Account, id: string): boolean {
  const { propagationCalls, propagationMs } = account.faults;
  return hasPassed(account, id, { calls: propagationCalls, ms: propagationMs });
}

/** Whether others can use a new entity yet. Without such faults, always. */
export function isReferable(account: Account, id: string): boolean {
  return hasPassed(account, id, account.faults.propagationReferences ?? {});
}

/** Refuses to use an entity that is too new, as if it were not there. */
export function refuseTooNew(
  account: Account,
  { kind, id, name }: User | Group | Role | InstanceProfile,
): void {
  if (isReferable(account, id)) return;
  const what =
    kind === 'instance-profile' ? `Instance Profile ${name}` : `The ${kind} with name ${name}`;
  refuse('NoSuchEntity', `${what} cannot be found.`);
}

/** Counts a read by name of a new entity, and refuses the first `propagationReads` of them. */
export function readNew(account: Account, id: string, message: string): void {
  if (isTooNewToRead(account, id)) refuse('NoSuchEntity', message);
}

/** The same, for services that word the refusal otherwise. */
export function isTooNewToRead(account: Account, id: string): boolean {
  const birth = account.passing.births.get(id);
  if (birth === undefined || birth.reads >= (account.faults.propagationReads ?? 0)) return false;
  birth.reads += 1;
  return true;
}

function hasPassed(account: Account, id: string, { calls = 0, ms = 0 }: Propagation): boolean {
  const birth = account.passing.births.get(id);
  if (birth === undefined) return true;
  const elapsed = account.clock().getTime() - birth.at;
  return account.passing.calls - birth.call > calls && elapsed >= ms;
}
