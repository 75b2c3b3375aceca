import type { Manifest } from '@rolecall/core';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { oneOfSeveral } from '../accounts/one-of-several.ts';
import type { Invocation } from '../commands/command-context.ts';
import { refuseSeveral, type SeveralOptions } from '../commands/shared-options.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { inFolderOf } from './in-folder-of.ts';
import type { SecretsOptions } from './open-world.ts';

export interface ManifestOptions extends SecretsOptions, SeveralOptions {
  readonly manifest?: string;
  /** Of a manifest for several, also a name. */
  readonly account?: string;
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
  const { account } = options;
  const manifests = await loadManifests(environment.cwd, options.manifest);
  if (manifests.kind === 'one') {
    refuseSeveral(options);
    const { manifest } = manifests;
    requireSameAccount(manifest, account);
    const opened = await openAccount({ environment, presenter, account, manifest });
    return { manifest, opened, options };
  }
  const one = await oneOfSeveral(manifests, { environment, presenter, options });
  return {
    manifest: await one.manifest(),
    opened: await one.open(),
    options: inFolderOf(one.account.name, options),
  };
}
