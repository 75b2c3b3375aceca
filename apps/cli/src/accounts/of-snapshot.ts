import { RolecallError, type Snapshot } from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import type { FoundAccounts } from './find-accounts.ts';

/** A snapshot, where one is named, is of one account, which has to be one of these. */
export async function ofSnapshot(
  found: FoundAccounts,
  { environment, options }: Invocation<{ readonly snapshot?: string }>,
): Promise<FoundAccounts & { readonly snapshot?: Snapshot }> {
  if (options.snapshot === undefined) return found;
  const snapshot = await readSnapshot(environment.cwd, options.snapshot);
  const { account } = snapshot.caller;
  const chosen = found.chosen.filter(({ id }) => id === account);
  if (chosen.length === 1) return { ...found, chosen, snapshot };
  throw new RolecallError('ACCOUNT_MISMATCH', `The snapshot is of account ${account}.`, {
    hint: 'That account is not among those that were asked for.',
  });
}
