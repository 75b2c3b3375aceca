import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayApproveFor, maySeeGrant } from '../../identity/visibility.ts';
import type { GrantRecord, RoleRequestRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { RoleRequestDeps } from './deps.ts';

/**
 * A grant that the caller may see.
 *
 * @throws Problem `not-found`, also for one that is there and not the caller's to see
 */
export async function seeGrant(
  { store }: Pick<RoleRequestDeps, 'store'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<GrantRecord> {
  return visible(caller, await store.grants.get(id));
}

/** A grant and the request that it came of, kept from others until the transaction ends. */
export async function lockGrant(
  tx: Transaction,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<{ readonly grant: GrantRecord; readonly request: RoleRequestRecord | undefined }> {
  const { requestId } = visible(caller, await tx.grants.get(id));
  // Requests are locked before grants, everywhere, so that two transactions never wait in a ring.
  const request = await tx.roleRequests.getForUpdate(requestId);
  return { grant: visible(caller, await tx.grants.getForUpdate(id)), request };
}

/** Whether the caller could have approved what the grant came of. */
export function approvesGrant(
  caller: Caller,
  { grant, request }: { grant: GrantRecord; request: RoleRequestRecord | undefined },
): boolean {
  const approvers = request?.approval?.approvers ?? [];
  return mayApproveFor(caller, grant) || approvers.some((name) => caller.names.includes(name));
}

function visible(caller: Caller, grant: GrantRecord | undefined): GrantRecord {
  if (grant === undefined || !maySeeGrant(caller, grant)) throw problem('not-found');
  return grant;
}
