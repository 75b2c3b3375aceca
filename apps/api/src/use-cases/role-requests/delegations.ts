import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { seeEverything } from '../../identity/roles.ts';
import type { Delegation } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import type { LifeEventType } from './event-types.ts';

export interface NewDelegation {
  /** Subject of the one who will decide in the caller's place. */
  readonly to: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * Lets somebody decide in the caller's place for a while, with the groups that the caller is in now.
 *
 * @throws Problem `body-invalid`
 */
export async function createDelegation<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { to, startsAt, endsAt }: NewDelegation,
  answer: Answering<Delegation, Answered>,
): Promise<Answered> {
  const now = deps.now();
  const start = Date.parse(startsAt);
  const end = Date.parse(endsAt);
  const begin = Math.max(start, now.getTime());
  if (to === caller.actor.id) throw invalid('/to', 'must be somebody else');
  if (!(end > begin)) throw invalid('/endsAt', 'must come after the start and now');
  // From now on, whenever it begins: the groups are those of today.
  if (end - now.getTime() > deps.terms.longestDelegation * 1000)
    throw invalid('/endsAt', `must be at most ${deps.terms.longestDelegation} seconds away`);
  const delegation: Delegation = {
    id: deps.newId(),
    from: caller.actor.id,
    fromGroups: caller.groups.map((group) => `group:${group}`),
    to,
    startsAt: new Date(begin).toISOString(),
    endsAt: new Date(end).toISOString(),
  };
  return deps.store.transaction(async (tx) => {
    await tx.delegations.insert(delegation);
    record(tx, delegation, { now, caller, type: 'delegation.created' });
    return answer(tx, delegation);
  });
}

/**
 * A delegation from or to the caller; auditors and administrators see all.
 *
 * @throws Problem `not-found`
 */
export async function readDelegation(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<Delegation> {
  return visible(caller, await store.delegations.get(id));
}

/** Those that the caller may see, the newest first, behind one of them. */
export async function listDelegations(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  query: { readonly limit: number; readonly beforeId?: string | undefined },
): Promise<readonly Delegation[]> {
  if (seesAll(caller)) return store.delegations.list(query);
  const { id } = caller.actor;
  const [from, to] = await Promise.all([
    store.delegations.list({ ...query, from: id }),
    store.delegations.list({ ...query, to: id }),
  ]);
  // Nobody delegates to themselves, so that none is in both.
  return [...from, ...to].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, query.limit);
}

/**
 * Ends a delegation: by the one who made it, or an administrator.
 *
 * @throws Problem
 */
export async function deleteDelegation(
  deps: RoleRequestDeps,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const delegation = visible(caller, await tx.delegations.get(id));
    if (delegation.from !== caller.actor.id && !caller.roles.includes('administrator'))
      throw problem('forbidden');
    if ((await tx.delegations.delete(id)) === 'missing') throw problem('not-found');
    record(tx, delegation, { now: deps.now(), caller, type: 'delegation.ended' });
  });
}

function visible(caller: Caller, delegation: Delegation | undefined): Delegation {
  const { id } = caller.actor;
  const isParty = delegation?.from === id || delegation?.to === id;
  if (delegation === undefined || !(isParty || seesAll(caller))) throw problem('not-found');
  return delegation;
}

function seesAll({ roles }: Caller): boolean {
  return roles.some((role) => seeEverything.has(role));
}

function record(
  tx: Transaction,
  { id, from, fromGroups, to, startsAt, endsAt }: Delegation,
  {
    now,
    caller,
    type,
  }: { readonly now: Date; readonly caller: Caller; readonly type: LifeEventType },
): void {
  tx.audit({
    at: now.toISOString(),
    actor: caller.actor,
    type,
    subject: `delegations/${id}`,
    accountId: null,
    data: { from, fromGroups, to, startsAt, endsAt },
  });
}

function invalid(pointer: string, message: string): Error {
  return problem('body-invalid', { errors: [{ pointer, message }] });
}
