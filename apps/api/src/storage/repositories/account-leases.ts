import type { AccountLease } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

/**
 * One at a time changes an account. A lease ends by itself, so that a dead process blocks nobody;
 * its fence tells apart who held it before. Each call commits by itself: others see it at once.
 */
export interface AccountLeases {
  /** `busy` while anybody holds it, the same holder too. */
  acquire(request: {
    readonly accountId: string;
    readonly holder: string;
    readonly now: string;
    readonly ttlMs: number;
  }): Promise<AccountLease | 'busy'>;
  /** `lost`: it ended before, and may be somebody else's by now. */
  renew(
    lease: AccountLease,
    until: { readonly now: string; readonly ttlMs: number },
  ): Promise<AccountLease | 'lost'>;
  /** Gives it back; does nothing to a lease that is somebody else's by now. */
  release(lease: AccountLease): Promise<void>;
}

/** Asked before a result is written, in the transaction that writes it. */
export interface LeaseFence {
  /** Whether nobody took the account over; if so, nobody does until this transaction ends. */
  confirm(lease: AccountLease): Promise<boolean>;
}

const longAgo = '1970-01-01T00:00:00.000Z';

export function accountLeases(db: Reading): AccountLeases {
  return {
    async acquire({ accountId, holder, now, ttlMs }) {
      const expiresAt = later(now, ttlMs);
      const row = await db
        .insertInto('account_leases')
        .values({ accountId, holder, expiresAt, fence: 1 })
        .onConflict((conflict) =>
          conflict
            .column('accountId')
            .doUpdateSet((eb) => ({
              holder,
              expiresAt,
              fence: eb('account_leases.fence', '+', 1),
            }))
            .where('account_leases.expiresAt', '<=', now),
        )
        .returningAll()
        .executeTakeFirst();
      return row ?? 'busy';
    },
    async renew(lease, { now, ttlMs }) {
      const row = await db
        .updateTable('account_leases')
        .set({ expiresAt: later(now, ttlMs) })
        .where('accountId', '=', lease.accountId)
        .where('fence', '=', lease.fence)
        .where('expiresAt', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ?? 'lost';
    },
    async release({ accountId, fence }) {
      // The row stays, and with it the fence.
      await db
        .updateTable('account_leases')
        .set({ expiresAt: longAgo })
        .where('accountId', '=', accountId)
        .where('fence', '=', fence)
        .execute();
    },
  };
}

export function leaseFence(trx: Writing): LeaseFence {
  return {
    async confirm({ accountId, fence }) {
      const row = await trx
        .selectFrom('account_leases')
        .select('fence')
        .where('accountId', '=', accountId)
        .forUpdate()
        .executeTakeFirst();
      return row?.fence === fence;
    },
  };
}

function later(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}
