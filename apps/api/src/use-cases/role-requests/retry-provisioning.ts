import { requireMatch } from '../../http/etag.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import { nextRequestState } from '../../role-requests/next-request-state.ts';
import { advanceRequest } from './advance-request.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { requireEligible } from './judge-request.ts';
import { transitionRefused } from './refusals.ts';
import { lockRequest } from './see-request.ts';

/**
 * Tries once more to provision what failed; the job goes on where it broke off.
 *
 * @throws Problem
 */
export async function retryProvisioning<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: string },
  answer: Answering<RoleRequestRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    const request = await lockRequest(tx, { caller, id, now });
    const by = { actor: caller.actor, isAdministrator: caller.roles.includes('administrator') };
    const event = { kind: 'retry' } as const;
    const step = nextRequestState({ request, event, by });
    if (step.kind === 'problem') throw transitionRefused(step.code);
    // However long ago it was approved: who may not ask for it any more does not get it.
    if (request.requester.id === caller.actor.id) await requireEligible(tx, caller, request);
    requireMatch(ifMatch, request.revision);
    const type = 'role-request.provisioning-retried';
    const move = { request, event, by, type, changes: { failure: null } } as const;
    return answer(tx, await advanceRequest(tx, now, move));
  });
}
