import type { Store } from '../../../storage/store.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import type { HeldAccount } from '../../../work/hold-account.ts';

/**
 * Writes in one transaction what came of work in an account, while the account is still this job's.
 *
 * @throws RolecallError `CONCURRENT_MODIFICATION` where another job has taken it over
 */
export function heldTransaction<Result>(
  store: Pick<Store, 'transaction'>,
  held: HeldAccount,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return store.transaction(async (tx) => {
    await held.confirm(tx);
    return work(tx);
  });
}
