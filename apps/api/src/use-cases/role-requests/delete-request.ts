import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestDeps } from './deps.ts';
import { recordRequestEvent } from './record-event.ts';
import { lockRequest } from './see-request.ts';
import { requireDraft } from './submit-request.ts';

/**
 * Throws a draft of the caller's away.
 *
 * @throws Problem
 */
export async function deleteRequest(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: string },
): Promise<void> {
  const now = deps.now();
  await deps.store.transaction(async (tx) => {
    const request = await lockRequest(tx, { caller, id, now });
    requireDraft(request, caller);
    requireMatch(ifMatch, request.revision);
    const deleted = await tx.roleRequests.deleteIf(id, request.revision);
    if (deleted !== 'deleted') throw problem('state-conflict');
    recordRequestEvent(tx, request, { now, actor: caller.actor, type: 'role-request.deleted' });
  });
}
