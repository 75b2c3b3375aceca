import { type Manifest, type ManifestSource, RolecallError, readManifests } from '@rolecall/core';
import type { Run } from '../run/run.ts';

/**
 * The manifest of the account that is worked on, as the files say it at that commit. Fails
 * (`MANIFEST_INVALID`) where they say nothing of the account.
 */
export async function ownManifest(
  { member }: Pick<Run, 'member'>,
  source: ManifestSource,
  file: string,
): Promise<Manifest> {
  const manifests = await readManifests(source, file);
  if (member === undefined) {
    if (manifests.kind === 'one') return manifests.manifest;
    throw new RolecallError('USAGE', `${file} is for several accounts, and a snapshot is of one.`);
  }
  const { account } = member;
  if (manifests.kind === 'one') {
    if (manifests.manifest.account === account.id) return manifests.manifest;
  } else {
    // Of one that was discovered the files say only how such accounts are found.
    const named = manifests.accounts.find(({ id }) => id === account.id);
    const found = account.discovered && manifests.discovery.length > 0 ? account : undefined;
    const own = named ?? found;
    if (own !== undefined) return manifests.manifestFor(own);
  }
  throw new RolecallError('MANIFEST_INVALID', `${file} is not for account ${account.id}.`);
}
