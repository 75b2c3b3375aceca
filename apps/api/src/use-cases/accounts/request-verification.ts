import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AccountRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { recordAccountEvent } from './record-account-event.ts';

/**
 * Has an account tried; it is `pending` until then.
 *
 * @throws Problem
 */
export async function requestVerification<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  caller: Caller,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: string | undefined },
  answer: Answering<AccountRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const before = await tx.accounts.get(id);
    if (before === undefined) throw problem('not-found');
    requireMatch(ifMatch, before.revision);
    const pending = { state: 'pending', failure: null } as const;
    const account = await tx.accounts.updateIf(id, before.revision, pending);
    if (typeof account === 'string') throw problem('precondition-failed');
    await tx.enqueue('verify-account', { accountId: id });
    const { actor } = caller;
    recordAccountEvent(tx, account, { type: 'account.verifying', actor, now: deps.now() });
    return answer(tx, account);
  });
}
