import type { ManifestAccount } from '../manifest/accounts/manifest-account.ts';
import { RolecallError } from '../model/errors.ts';

/** What became of the work on one account. */
export type AccountOutcome<T> =
  | { readonly kind: 'done'; readonly account: ManifestAccount; readonly value: T }
  | { readonly kind: 'failed'; readonly account: ManifestAccount; readonly error: unknown };

export interface EachAccountOptions {
  /** Accounts that are worked on at once, at least one. */
  readonly concurrency: number;
  /** From then on no further account is begun. */
  readonly signal: AbortSignal;
}

/**
 * Does the work for every account, some at once; the outcomes come in the order of the accounts.
 * Never fails: what goes wrong in one account is its outcome, and the others go on.
 */
export async function eachAccount<T>(
  accounts: readonly ManifestAccount[],
  { concurrency, signal }: EachAccountOptions,
  work: (account: ManifestAccount) => Promise<T>,
): Promise<readonly AccountOutcome<T>[]> {
  const outcomes: AccountOutcome<T>[] = [];
  const waiting = accounts.entries();
  const take = async (): Promise<void> => {
    for (const [index, account] of waiting) {
      outcomes[index] = signal.aborted ? notBegun(account) : await attempt(account, work);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, accounts.length) }, take));
  return outcomes;
}

async function attempt<T>(
  account: ManifestAccount,
  work: (account: ManifestAccount) => Promise<T>,
): Promise<AccountOutcome<T>> {
  try {
    return { kind: 'done', account, value: await work(account) };
  } catch (error) {
    return { kind: 'failed', account, error };
  }
}

function notBegun(account: ManifestAccount): AccountOutcome<never> {
  const error = new RolecallError('INTERRUPTED', 'Stopped before its turn.');
  return { kind: 'failed', account, error };
}
