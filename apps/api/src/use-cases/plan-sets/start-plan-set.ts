import type { Caller } from '../../identity/caller.ts';
import type { PlanSetMemberRecord, PlanSetRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { type PlanSetInput, readPlanSet } from './read-plan-set.ts';

export interface StoredPlanSet {
  readonly set: PlanSetRecord;
  readonly members: readonly PlanSetMemberRecord[];
}

/**
 * Has a manifest planned for each of its accounts.
 *
 * @throws Problem; RolecallError where the manifest is invalid
 */
export async function startPlanSet<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  input: PlanSetInput,
  answer: Answering<StoredPlanSet, Answered>,
): Promise<Answered> {
  const { scope, accounts } = await readPlanSet(deps.store, input);
  const { manifest: text, includeRetired } = input;
  const set: PlanSetRecord = {
    id: deps.newId(),
    scope,
    state: 'queued',
    requestedBy: caller.actor,
    request: { text, includeRetired },
    failure: null,
    revision: 1,
    createdAt: deps.now().toISOString(),
    finishedAt: null,
  };
  const members = accounts.map(({ name, id, partition, tags }, position): PlanSetMemberRecord => {
    const about = { setId: set.id, position, name, accountId: id, partition, tags };
    return { ...about, state: 'waiting', planId: null, summary: null, failure: null };
  });
  return deps.store.transaction(async (tx) => {
    await tx.planSets.insert(set, members);
    // Whoever made a plan does not approve it.
    await notePerson(tx, caller, deps.now());
    tx.audit({
      at: set.createdAt,
      actor: caller.actor,
      type: 'plan-set.requested',
      subject: `plan-sets/${set.id}`,
      accountId: null,
      data: { state: set.state, scope, accounts: members.map(({ accountId }) => accountId) },
    });
    await tx.enqueue('plan-set', { planSetId: set.id });
    return answer(tx, { set, members });
  });
}
