import type { Json } from '@rolecall/policy';
import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AccountExceptionsRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { requireExceptions } from './given-exceptions.ts';

export interface ExceptionsChange {
  readonly accountId: string;
  readonly exceptions: readonly Json[];
  readonly ifMatch: string | undefined;
}

/**
 * Replaces what findings of an account its team lives with. It gives nobody access, so that one
 * person is enough; every report shows it, and the audit log keeps it.
 *
 * @throws Problem
 */
export async function putExceptions<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  { actor }: Caller,
  { accountId, exceptions, ifMatch }: ExceptionsChange,
  answer: Answering<AccountExceptionsRecord, Answered>,
): Promise<Answered> {
  const now = deps.now();
  requireExceptions(exceptions, now);
  return deps.store.transaction(async (tx) => {
    if ((await tx.accounts.get(accountId)) === undefined) throw problem('not-found');
    const { revision = 0 } = (await tx.accountExceptions.get(accountId)) ?? {};
    requireMatch(ifMatch, revision);
    const updatedAt = now.toISOString();
    const change = { accountId, exceptions, updatedBy: actor, updatedAt };
    const written = await tx.accountExceptions.replaceIf(revision, change);
    if (written === 'stale') throw problem('precondition-failed');
    tx.audit({
      at: updatedAt,
      actor,
      type: 'exceptions.changed',
      subject: `accounts/${accountId}/exceptions`,
      accountId,
      data: { revision: written.revision, exceptions: [...exceptions] },
    });
    return answer(tx, written);
  });
}
