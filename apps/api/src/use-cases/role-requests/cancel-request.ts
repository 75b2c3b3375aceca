import { requireMatch } from '../../http/etag.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import { nextRequestState } from '../../role-requests/next-request-state.ts';
import { advanceRequest } from './advance-request.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { transitionRefused } from './refusals.ts';
import { lockRequest } from './see-request.ts';

export interface Cancellation {
  readonly id: string;
  readonly ifMatch: string;
  readonly comment: string;
}

/**
 * Cancels a request that has not been provisioned; what a failed attempt left goes away.
 *
 * @throws Problem
 */
export async function cancelRequest<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch, comment }: Cancellation,
  answer: Answering<RoleRequestRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    const request = await lockRequest(tx, { caller, id, now });
    const by = { actor: caller.actor, isAdministrator: caller.roles.includes('administrator') };
    const event = { kind: 'cancel' } as const;
    const step = nextRequestState({ request, event, by });
    if (step.kind === 'problem') throw transitionRefused(step.code);
    requireMatch(ifMatch, request.revision);
    const type = 'role-request.cancelled';
    const move = { request, event, by, type, data: { comment } } as const;
    return answer(tx, await advanceRequest(tx, now, move));
  });
}
