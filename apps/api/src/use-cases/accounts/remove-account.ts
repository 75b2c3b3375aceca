import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { isAccountInUse } from './account-in-use.ts';
import { recordAccountEvent } from './record-account-event.ts';

/**
 * Forgets an account; in AWS nothing changes.
 *
 * @throws Problem `not-found`, `in-use` while the service has something to take away there
 */
export async function removeAccount(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'sandboxes'>,
  caller: Caller,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: string | undefined },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const account = await tx.accounts.get(id);
    if (account === undefined) throw problem('not-found');
    requireMatch(ifMatch, account.revision);
    if (await isAccountInUse(tx, id)) throw problem('in-use');
    if ((await tx.accounts.deleteIf(id, account.revision)) !== 'deleted')
      throw problem('precondition-failed');
    const { actor } = caller;
    recordAccountEvent(tx, account, { type: 'account.removed', actor, now: deps.now() });
  });
  deps.sandboxes.remove(id);
}
