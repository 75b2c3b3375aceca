import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayRevokeGrant } from '../../identity/visibility.ts';
import type { GrantRecord } from '../../model/records.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { endGrant, isEnding } from './end-grant.ts';
import { lockGrant } from './see-grant.ts';

export interface Revocation {
  readonly id: string;
  readonly ifMatch: string;
  readonly reason: string;
}

/**
 * Takes a grant away. Of what is ending or has ended it answers how that stands, to whatever
 * revision: who revokes twice has what they want.
 *
 * @throws Problem
 */
export async function revokeGrant<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch, reason }: Revocation,
  answer: Answering<GrantRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    const locked = await lockGrant(tx, { caller, id });
    if (!mayRevokeGrant(caller, locked.grant)) throw problem('forbidden');
    if (isEnding(locked.grant)) return answer(tx, locked.grant);
    requireMatch(ifMatch, locked.grant.revision);
    return answer(tx, await endGrant(tx, now, { ...locked, actor: caller.actor, reason }));
  });
}
