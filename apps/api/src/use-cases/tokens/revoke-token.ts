import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { maySeeToken } from './visible-tokens.ts';

/** @throws Problem `not-found`, also for one that is not the caller's to see */
export async function revokeToken(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'apiTokens'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<void> {
  const at = deps.now().toISOString();
  await deps.store.transaction(async (tx) => {
    const token = await tx.apiTokens.get(id);
    if (token === undefined || !maySeeToken(caller, token)) throw problem('not-found');
    await tx.apiTokens.revoke(id, at);
    tx.audit({
      at,
      actor: caller.actor,
      type: 'api-token.revoked',
      subject: `api-tokens/${id}`,
      accountId: null,
      data: { name: token.name, actor: token.actor.id },
    });
  });
  deps.apiTokens.forget(id);
}
