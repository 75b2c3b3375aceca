import type { Accounts } from '../../accounts/open-account.ts';
import type { Store } from '../../storage/store.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { RoleRequestTerms } from './terms.ts';

/** What the use cases of role requests and grants are given from outside. */
export interface RoleRequestDeps {
  readonly store: Store;
  readonly accounts: Pick<Accounts, 'open'>;
  readonly now: () => Date;
  /** A UUID of version 7 that was never used before. */
  readonly newId: () => string;
  readonly terms: RoleRequestTerms;
}

/**
 * Makes what the client is told, in the transaction of the effect: there it can be remembered under
 * the client's Idempotency-Key, so that both are there or neither.
 */
export type Answering<Result, Answered> = (tx: Transaction, result: Result) => Promise<Answered>;

/** Where the result itself is the answer. */
export async function asItIs<Result>(_tx: Transaction, result: Result): Promise<Result> {
  return result;
}
