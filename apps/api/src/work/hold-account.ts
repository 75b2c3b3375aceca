import { RolecallError } from '@rolecall/core';
import type { AccountLease } from '../model/records.ts';
import type { AccountLeases } from '../storage/repositories/account-leases.ts';
import type { Transaction } from '../storage/transaction.ts';

export interface HeldAccount {
  /** Aborted when the account is somebody else's by now, or the job is to end: stop at once. */
  readonly signal: AbortSignal;
  /**
   * To be called in the transaction that writes what came of it.
   *
   * @throws RolecallError `CONCURRENT_MODIFICATION` when somebody took the account over
   */
  confirm(tx: Pick<Transaction, 'leases'>): Promise<void>;
}

/**
 * Does something to an account while nobody else does.
 *
 * @throws what `work` throws; RolecallError `CONCURRENT_MODIFICATION` when the account stays busy
 */
export type HoldAccount = <Result>(
  accountId: string,
  work: (held: HeldAccount) => Promise<Result>,
) => Promise<Result>;

export interface HoldOptions {
  readonly leases: AccountLeases;
  /** Names one attempt at one job. */
  readonly holder: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** A dead process blocks an account for so long. */
  readonly ttlMs?: number;
  /** How long to wait for an account that is busy, before the job is tried another time. */
  readonly patienceMs?: number;
}

const pollMs = 1_000;

export function holdingAccounts(options: HoldOptions): HoldAccount {
  const { leases, now, ttlMs = 60_000 } = options;
  return async (accountId, work) => {
    const lost = new AbortController();
    let lease = await acquire(accountId, options);
    const renew = async (): Promise<void> => {
      const renewed = await leases
        .renew(lease, { now: now().toISOString(), ttlMs })
        // The database may be back in time; if not, the lease has ended.
        .catch(() => (Date.parse(lease.expiresAt) > now().getTime() ? lease : 'lost'));
      if (renewed === 'lost') lost.abort(taken(accountId));
      else lease = renewed;
    };
    const timer = setInterval(() => void renew(), ttlMs / 3);
    timer.unref();
    try {
      return await work({
        signal: AbortSignal.any([options.signal, lost.signal]),
        confirm: async (tx) => {
          if (!(await tx.leases.confirm(lease))) throw taken(accountId);
        },
      });
    } finally {
      clearInterval(timer);
      // If it cannot be given back, it ends by itself.
      await leases.release(lease).catch(() => {});
    }
  };
}

async function acquire(accountId: string, options: HoldOptions): Promise<AccountLease> {
  const { leases, holder, now, sleep, signal, ttlMs = 60_000, patienceMs = 600_000 } = options;
  const until = now().getTime() + patienceMs;
  for (;;) {
    signal.throwIfAborted();
    const lease = await leases.acquire({ accountId, holder, now: now().toISOString(), ttlMs });
    if (lease !== 'busy') return lease;
    if (now().getTime() >= until) {
      throw new RolecallError('CONCURRENT_MODIFICATION', `account ${accountId} is busy`);
    }
    await sleep(pollMs);
  }
}

function taken(accountId: string): RolecallError {
  return new RolecallError('CONCURRENT_MODIFICATION', `account ${accountId} was taken over`);
}
