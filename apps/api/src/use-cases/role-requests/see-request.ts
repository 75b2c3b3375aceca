import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { maySeeRequest } from '../../identity/visibility.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { RoleRequestDeps } from './deps.ts';

/** How rules name those in whose place the caller may answer now. */
export async function delegatedNames(
  { delegations }: Pick<Readers, 'delegations'>,
  { actor }: Pick<Caller, 'actor'>,
  now: Date,
): Promise<readonly string[]> {
  const given = await delegations.listInForceFor(actor.id, now.toISOString());
  return given.flatMap(({ from, fromGroups }) => [from, ...fromGroups]);
}

/**
 * A request that the caller may see.
 *
 * @throws Problem `not-found`, also for one that is there and not the caller's to see
 */
export async function seeRequest(
  { store, now }: Pick<RoleRequestDeps, 'store' | 'now'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<RoleRequestRecord> {
  return visible(store, { caller, request: await store.roleRequests.get(id), now: now() });
}

/** The same, kept from others until the transaction ends. */
export async function lockRequest(
  tx: Transaction,
  { caller, id, now }: { readonly caller: Caller; readonly id: string; readonly now: Date },
): Promise<RoleRequestRecord> {
  return visible(tx, { caller, request: await tx.roleRequests.getForUpdate(id), now });
}

async function visible(
  readers: Pick<Readers, 'delegations'>,
  asked: {
    readonly caller: Caller;
    readonly request: RoleRequestRecord | undefined;
    readonly now: Date;
  },
): Promise<RoleRequestRecord> {
  const { caller, request, now } = asked;
  if (request === undefined) throw problem('not-found');
  // Asked only where it decides: most requests are read by who made them or sees them all.
  if (maySeeRequest(caller, request)) return request;
  const delegated = await delegatedNames(readers, caller, now);
  if (!maySeeRequest(caller, request, delegated)) throw problem('not-found');
  return request;
}
