import type { GrantRecord } from '../../../model/records.ts';
import { type Removed, removeGrant } from '../../../role-requests/remove.ts';
import { scopeOfRequest } from '../../../role-requests/request-names.ts';
import type { HeldAccount } from '../../../work/hold-account.ts';
import { heldTransaction } from './held-transaction.ts';
import { type Attempt, brokenOff, type JobDeps, mayRetry, TryAgain } from './job.ts';
import { settleRemoval } from './settle-removal.ts';

export interface RemoveJob extends Attempt {
  readonly grantId: string;
}

/**
 * The job that takes away what a grant made: after its time, or because it was revoked. It may come
 * at any time and twice; what could not be removed is named, and tried again.
 */
export async function removeEndedGrant(deps: JobDeps, job: RemoveJob): Promise<void> {
  const { store, now } = deps;
  const { grantId } = job;
  const grant = await store.grants.get(grantId);
  if (grant === undefined || !hasToGo(grant)) return;
  await job.holdAccount(grant.accountId, async (held) => {
    const removed = await takeAway(deps, grant, held);
    const retry = mayRetry(deps, job);
    const settled = await heldTransaction(store, held, (tx) =>
      settleRemoval(tx, now(), { grantId, removed, mayRetry: retry }),
    );
    if (settled === 'try-again') throw new TryAgain(`grant ${grantId} is removed again`);
  });
}

/** Also what could not be removed before. */
function hasToGo({ state }: GrantRecord): boolean {
  return state === 'removing' || state === 'revoking' || state === 'removal-failed';
}

async function takeAway(
  deps: JobDeps,
  { accountId, requestId }: GrantRecord,
  { signal }: HeldAccount,
): Promise<Removed> {
  const { store, accounts, sleep } = deps;
  try {
    const account = await store.accounts.get(accountId);
    if (account === undefined) throw new Error(`account ${accountId} is not registered`);
    const port = await accounts.open(account, { purpose: 'apply', reference: requestId, signal });
    const scope = scopeOfRequest(requestId);
    return await removeGrant({ port, account, scope, sleep, signal, onEvent: () => {} });
  } catch (error) {
    return { ...brokenOff(error, deps), warnings: [] };
  }
}
