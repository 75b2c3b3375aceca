import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { GrantRecord } from '../../model/records.ts';
import { nextGrantState } from '../../role-requests/next-grant-state.ts';
import { isSamePerson } from '../same-person.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { moveGrant } from './move-grant.ts';
import { transitionRefused } from './refusals.ts';
import type { LookAtGrant } from './review-emergency.ts';
import { approvesGrant, lockGrant } from './see-grant.ts';

/**
 * Says that a grant is still needed; by somebody who could approve it, never by its holder.
 *
 * @throws Problem
 */
export async function recertifyGrant<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch, comment }: LookAtGrant,
  answer: Answering<GrantRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    const locked = await lockGrant(tx, { caller, id });
    const step = {
      grant: locked.grant,
      event: { kind: 'recertify' as const },
      by: {
        actor: caller.actor,
        isAdministrator: caller.roles.includes('administrator'),
        isApprover: approvesGrant(caller, locked),
      },
    };
    if (await isSamePerson(tx, caller, locked.grant.holder.id)) throw problem('self-approval');
    const next = nextGrantState(step);
    if (next.kind === 'problem') throw transitionRefused(next.code);
    requireMatch(ifMatch, locked.grant.revision);
    const changes = { recertifiedAt: now.toISOString() };
    const type = 'grant.recertified';
    return answer(tx, await moveGrant(tx, now, { ...step, type, changes, data: { comment } }));
  });
}
