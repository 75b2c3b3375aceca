import { access, glob, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import {
  type Manifest,
  type ManifestSet,
  type ManifestSource,
  RolecallError,
  readManifest,
  readManifests,
  type SingleManifest,
} from '@rolecall/core';
import { isThere } from './is-there.ts';
import { readText } from './read-text.ts';

export const defaultManifest = 'rolecall.yaml';

/** The manifest, which must be there. */
export function loadManifest(cwd: string, file: string = defaultManifest): Promise<Manifest> {
  return readManifest(manifestFiles(cwd), file);
}

/** The same where a manifest for several accounts will do. */
export function loadManifests(
  cwd: string,
  file: string = defaultManifest,
): Promise<SingleManifest | ManifestSet> {
  return readManifests(manifestFiles(cwd), file);
}

/** The manifest that was named, or the usual one where there is one. */
export async function findManifest(
  cwd: string,
  file: string | undefined,
): Promise<Manifest | undefined> {
  if (file !== undefined) return loadManifest(cwd, file);
  const exists = await access(resolve(cwd, defaultManifest)).then(
    () => true,
    () => false,
  );
  return exists ? loadManifest(cwd) : undefined;
}

/** The manifest where it is for several accounts; what else is wrong with it is said later. */
export async function findSeveral(
  cwd: string,
  file: string | undefined,
): Promise<ManifestSet | undefined> {
  if (file === undefined && !(await isThere(cwd, defaultManifest))) return undefined;
  const manifests = await loadManifests(cwd, file);
  return manifests.kind === 'several' ? manifests : undefined;
}

function manifestFiles(cwd: string): ManifestSource {
  const hint = 'Write one with `rolecall init`, or name another with --manifest.';
  return {
    read: (file) => readText(cwd, file, hint),
    match: async (pattern, from) => {
      const folder = dirname(from);
      const root = resolve(cwd, folder);
      const found: string[] = [];
      for await (const file of glob(pattern, { cwd: root })) {
        await requireWithin(root, file);
        found.push(file);
      }
      return found.map((file) => join(folder, file).replaceAll('\\', '/')).sort();
    },
  };
}

/** Who may change what lies outside the folder, nobody who reviews the folder knows. */
async function requireWithin(root: string, file: string): Promise<void> {
  const inside = relative(await realpath(root), await realpath(resolve(root, file)));
  if (!inside.startsWith('..') && !isAbsolute(inside)) return;
  throw new RolecallError(
    'MANIFEST_INVALID',
    `include: ${file} lies outside the manifest's folder.`,
    {
      hint: 'Put it beside the manifest, or below.',
    },
  );
}
