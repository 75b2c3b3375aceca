import {
  chooseAccounts,
  discoveredAccounts,
  type ManifestAccount,
  type ManifestSet,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import type { Environment } from '../environment.ts';
import type { OpenedAccounts } from './open-accounts.ts';

export interface FoundAccounts {
  /** All of the manifest, whether chosen or not. */
  readonly all: readonly ManifestAccount[];
  readonly chosen: readonly ManifestAccount[];
  /** Why there may be more: the organization could not be asked. */
  readonly error: unknown;
}

/** The accounts that are named and those that are discovered; then those that were asked for. */
export async function findAccounts(
  set: ManifestSet,
  {
    environment,
    options,
    opened,
  }: {
    readonly environment: Pick<Environment, 'signal'>;
    readonly options: SeveralOptions & { readonly account?: string };
    readonly opened: OpenedAccounts;
  },
): Promise<FoundAccounts> {
  const selectors = selectorsIn(options);
  const { accounts, error } = await withDiscovered(set, { environment, opened });
  if (selectors === undefined) return { all: accounts, chosen: accounts, error };
  try {
    return { all: accounts, chosen: chooseAccounts(accounts, selectors), error };
  } catch (unknown) {
    // Who is not there may be one of those that could not be asked for.
    throw error ?? unknown;
  }
}

/** What --account and --accounts ask for; `undefined` where that is nothing in particular. */
export function selectorsIn({
  account,
  accounts,
}: Pick<SeveralOptions, 'accounts'> & { readonly account?: string }):
  | readonly string[]
  | undefined {
  const choice = parseAccountChoice(account);
  switch (choice.kind) {
    case 'account':
      return [choice.id, ...(accounts ?? [])];
    case 'named':
      return [choice.name, ...(accounts ?? [])];
    case 'any':
    case 'sandbox':
      return accounts;
    default:
      return choice satisfies never;
  }
}

async function withDiscovered(
  set: ManifestSet,
  {
    environment,
    opened,
  }: { readonly environment: Pick<Environment, 'signal'>; readonly opened: OpenedAccounts },
): Promise<{ readonly accounts: readonly ManifestAccount[]; readonly error?: unknown }> {
  if (set.discovery.length === 0) return { accounts: set.accounts };
  const { listOrganization } = await import('@rolecall/aws');
  const units = set.discovery.flatMap((rule) => rule.units ?? []);
  try {
    const listed = await listOrganization(opened.base, { units, signal: environment.signal });
    return { accounts: [...set.accounts, ...discoveredAccounts(set, listed)] };
  } catch (error) {
    return { accounts: set.accounts, error };
  }
}
