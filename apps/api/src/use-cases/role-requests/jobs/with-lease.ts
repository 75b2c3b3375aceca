import type { AccountLease } from '../../../model/records.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import type { RoleRequestDeps } from '../deps.ts';

export interface LeaseWanted {
  readonly accountId: string;
  /** Names this attempt and no other. */
  readonly holder: string;
  readonly signal: AbortSignal;
}

export interface Leased {
  /** Aborted when the job has to stop, or the lease is lost. */
  readonly signal: AbortSignal;
  /**
   * Runs `work` in a transaction in which the account is still this job's.
   *
   * @throws Error where another job has taken the account over
   */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
}

/** Does something with an account while nobody else does; `busy` where somebody does already. */
export async function withLease<Result>(
  { store, now, terms }: Pick<RoleRequestDeps, 'store' | 'now' | 'terms'>,
  { accountId, holder, signal }: LeaseWanted,
  work: (leased: Leased) => Promise<Result>,
): Promise<Result | 'busy'> {
  const ttlMs = terms.lease * 1000;
  const lease = await store.leases.acquire({ accountId, holder, now: now().toISOString(), ttlMs });
  if (lease === 'busy') return 'busy';
  const lost = new AbortController();
  const renew = async () => {
    try {
      const renewed = await store.leases.renew(lease, { now: now().toISOString(), ttlMs });
      if (renewed === 'lost') lost.abort();
    } catch {
      // The database is away: the lease lasts two more tries, and is confirmed before any write.
    }
  };
  const timer = setInterval(() => void renew(), ttlMs / 4);
  try {
    return await work({
      signal: AbortSignal.any([signal, lost.signal]),
      transaction: (inside) =>
        store.transaction(async (tx) => {
          await requireLease(tx, lease);
          return inside(tx);
        }),
    });
  } finally {
    clearInterval(timer);
    await store.leases.release(lease);
  }
}

async function requireLease(tx: Transaction, lease: AccountLease): Promise<void> {
  if (await tx.leases.confirm(lease)) return;
  throw new Error(`the lease on account ${lease.accountId} was lost to another job`);
}
