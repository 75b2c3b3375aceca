import type { Manifest } from '@rolecall/core';
import type { GuideOptions } from '../commands/guide.ts';
import { isThere } from '../files/is-there.ts';
import { findManifest, loadManifest } from '../files/manifest-files.ts';

/** The manifest to be added to, where it is there; else the one that was named, or the usual one. */
export async function findGuideManifest(
  cwd: string,
  { write, manifest }: Pick<GuideOptions, 'write' | 'manifest'>,
): Promise<Manifest | undefined> {
  if (write === undefined || manifest !== undefined) return findManifest(cwd, manifest);
  return (await isThere(cwd, write)) ? loadManifest(cwd, write) : undefined;
}
