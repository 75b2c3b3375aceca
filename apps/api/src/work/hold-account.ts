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

/** Somebody else works in the account: nothing was done, and the job is to come later. */
export class AccountBusy extends Error {
  override readonly name = 'AccountBusy';
}

/**
 * Does something to an account while nobody else does.
 *
 * @throws what `work` throws; AccountBusy before that, when somebody else has it
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
  /** How long to wait for an account that is busy. */
  readonly patienceMs?: number;
  /**
   * Accounts that a job of this process waits for. The next one does not wait at all, so that many
   * jobs for one account do not keep the workers from those for others.
   */
  readonly awaited?: Set<string>;
}

const pollMs = 250;

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
  const { sleep, patienceMs = 2_000, awaited = new Set() } = options;
  const first = await tryOnce(accountId, options);
  if (first !== 'busy') return first;
  if (awaited.has(accountId)) throw busy(accountId);
  awaited.add(accountId);
  try {
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
      await sleep(pollMs);
      const lease = await tryOnce(accountId, options);
      if (lease !== 'busy') return lease;
    }
  } finally {
    awaited.delete(accountId);
  }
  throw busy(accountId);
}

async function tryOnce(
  accountId: string,
  { leases, holder, now, signal, ttlMs = 60_000 }: HoldOptions,
): Promise<AccountLease | 'busy'> {
  signal.throwIfAborted();
  return leases.acquire({ accountId, holder, now: now().toISOString(), ttlMs });
}

function busy(accountId: string): AccountBusy {
  return new AccountBusy(`account ${accountId} is busy`);
}

function taken(accountId: string): RolecallError {
  return new RolecallError('CONCURRENT_MODIFICATION', `account ${accountId} was taken over`);
}
