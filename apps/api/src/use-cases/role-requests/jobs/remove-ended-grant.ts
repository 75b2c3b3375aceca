import type { GrantRecord } from '../../../model/records.ts';
import { type Removed, removeGrant } from '../../../role-requests/remove.ts';
import { scopeOfRequest } from '../../../role-requests/request-names.ts';
import { failureOf } from '../../../role-requests/work-failure.ts';
import { type Attempt, afterBusy, type JobDeps, TryAgain } from './job.ts';
import { settleRemoval } from './settle-removal.ts';
import { type Leased, withLease } from './with-lease.ts';

export interface RemoveJob extends Attempt {
  readonly grantId: string;
}

/**
 * The job that takes away what a grant made: after its time, or because it was revoked. It may come
 * at any time and twice; what could not be removed is named, and tried again.
 */
export async function removeEndedGrant(deps: JobDeps, job: RemoveJob): Promise<void> {
  const { store, now } = deps;
  const { grantId, signal } = job;
  const grant = await store.grants.get(grantId);
  if (grant === undefined || !hasToGo(grant)) return;
  const holder = `remove:${job.jobId}:${job.attempt}`;
  const { accountId } = grant;
  const done = await withLease(deps, { accountId, holder, signal }, (leased) =>
    remove(deps, { grant, leased, attempt: job.attempt }),
  );
  if (done !== 'busy') return;
  const startAfter = afterBusy(now());
  await store.transaction((tx) => tx.enqueue('remove', { grantId }, { startAfter }));
}

/** Also what could not be removed before. */
function hasToGo({ state }: GrantRecord): boolean {
  return state === 'removing' || state === 'revoking' || state === 'removal-failed';
}

async function remove(
  deps: JobDeps,
  {
    grant,
    leased,
    attempt,
  }: { readonly grant: GrantRecord; readonly leased: Leased; readonly attempt: number },
): Promise<void> {
  const removed = await takeAway(deps, grant, leased);
  const mayRetry = attempt + 1 < deps.terms.attempts;
  const settled = await leased.transaction((tx) =>
    settleRemoval(tx, deps.now(), { grantId: grant.id, removed, mayRetry }),
  );
  if (settled === 'try-again') throw new TryAgain(`grant ${grant.id} is removed again`);
}

async function takeAway(
  { store, accounts, sleep }: JobDeps,
  { accountId, requestId }: GrantRecord,
  { signal }: Leased,
): Promise<Removed> {
  const account = await store.accounts.get(accountId);
  if (account === undefined) throw new Error(`account ${accountId} is not registered`);
  try {
    const port = await accounts.open(account, { purpose: 'apply', reference: requestId, signal });
    const scope = scopeOfRequest(requestId);
    return await removeGrant({ port, account, scope, sleep, signal, onEvent: () => {} });
  } catch (error) {
    const why = 'the account could not be opened.';
    const leftovers = { kind: 'unknown', why } as const;
    return { kind: 'failed', failure: failureOf(error), warnings: [], leftovers };
  }
}
