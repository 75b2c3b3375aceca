import {
  chooseAccounts,
  type Manifest,
  type ManifestAccount,
  type ManifestSet,
  RolecallError,
} from '@rolecall/core';
import type { OpenedAccount } from '../account/open-account.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { findAccounts, selectorsIn } from './find-accounts.ts';
import { openAccounts } from './open-accounts.ts';

export interface ChoosingOne {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  readonly options: SeveralOptions & { readonly account?: string };
}

/** One account of a manifest for several. */
export interface OneOfSeveral {
  readonly account: ManifestAccount;
  /** Fails (`MANIFEST_INVALID`) where it is not valid for this account. */
  manifest(): Promise<Manifest>;
  /** The way to it, behind its role; nothing is asked yet. */
  open(): Promise<OpenedAccount>;
}

/**
 * The account that --account or --accounts means; without them the one with the id `usual`, or the
 * only one there is. Fails (`USAGE`) where that is none or several. AWS is asked only where it may be
 * one that is discovered.
 */
export async function oneOfSeveral(
  set: ManifestSet,
  choosing: ChoosingOne,
  usual?: string,
): Promise<OneOfSeveral> {
  const account = await choose(set, choosing, usual);
  return {
    account,
    manifest: () => set.manifestFor(account),
    open: async () => (await openAccounts({ ...choosing, scope: set.scope })).open(account),
  };
}

async function choose(
  set: ManifestSet,
  choosing: ChoosingOne,
  usual: string | undefined,
): Promise<ManifestAccount> {
  const { options } = choosing;
  const { accounts, discovery } = set;
  const given = selectorsIn(options) ?? (usual === undefined ? undefined : [usual]);
  const [only, ...more] = given ?? [];
  const named = accounts.find(({ name, id }) => name === only || id === only);
  if (named !== undefined && more.length === 0) return named;
  const [first] = accounts;
  if (given === undefined) {
    if (first !== undefined && accounts.length === 1 && discovery.length === 0) return first;
    throw sayWhich(accounts);
  }
  const chosen =
    discovery.length === 0
      ? chooseAccounts(accounts, given)
      : await discovered(set, given, choosing);
  const [one, ...others] = chosen;
  if (one === undefined || others.length > 0) throw sayWhich(chosen);
  return one;
}

async function discovered(
  set: ManifestSet,
  given: readonly string[],
  choosing: ChoosingOne,
): Promise<readonly ManifestAccount[]> {
  const { environment, options } = choosing;
  const opened = await openAccounts({ ...choosing, scope: set.scope });
  const wanted = { ...options, accounts: given };
  return (await findAccounts(set, { environment, options: wanted, opened })).chosen;
}

function sayWhich(accounts: readonly ManifestAccount[]): RolecallError {
  const names = accounts.map(({ name }) => name).join(', ');
  return new RolecallError('USAGE', 'Only one account can be worked on here: say which.', {
    hint: `Name it with --account (name or id) or --accounts${names === '' ? '' : `: ${names}`}.`,
  });
}
