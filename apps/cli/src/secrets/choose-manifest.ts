import { type Manifest, RolecallError } from '@rolecall/core';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { findAccounts } from '../accounts/find-accounts.ts';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { Invocation } from '../commands/command-context.ts';
import { refuseSeveral } from '../commands/shared-options.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { inFolderOf } from './in-folder-of.ts';
import type { SecretsOptions } from './open-world.ts';

export interface ManifestOptions extends SecretsOptions {
  readonly manifest?: string;
  /** Of a manifest for several, also a name. */
  readonly account?: string;
  readonly externalIdFile?: string;
}

export interface ChosenManifest<O extends ManifestOptions> {
  readonly manifest: Manifest;
  readonly opened: OpenedAccount;
  /** With the folder of the account, where the manifest is for several. */
  readonly options: O;
}

/** The manifest of the one account that a command is about, and the way to it. */
export async function chooseManifest<O extends ManifestOptions>({
  environment,
  presenter,
  options,
}: Invocation<O>): Promise<ChosenManifest<O>> {
  const { account, externalIdFile } = options;
  const manifests = await loadManifests(environment.cwd, options.manifest);
  if (manifests.kind === 'one') {
    refuseSeveral(externalIdFile === undefined ? {} : { externalIdFile });
    const { manifest } = manifests;
    requireSameAccount(manifest, account);
    const opened = await openAccount({ environment, presenter, account, manifest });
    return { manifest, opened, options };
  }
  if (account === undefined || account.startsWith('sandbox:')) {
    throw new RolecallError('USAGE', 'This manifest is for several accounts: say which.', {
      hint: 'Name one with --account NAME, or by its 12 digits.',
    });
  }
  const several = {
    accounts: [account],
    ...(externalIdFile === undefined ? {} : { externalIdFile }),
  };
  const given = { environment, presenter, options: several, scope: manifests.scope };
  const there = await openAccounts(given);
  const { chosen } = await findAccounts(manifests, { ...given, opened: there });
  const [one, another] = chosen;
  if (one === undefined || another !== undefined) {
    throw new RolecallError('USAGE', `--account ${account} means ${chosen.length} accounts.`, {
      hint: 'A password or key is of one: give its name, or its 12 digits.',
    });
  }
  const manifest = await manifests.manifestFor(one);
  return { manifest, opened: there.open(one), options: inFolderOf(one.name, options) };
}
