import {
  type Manifest,
  type ManifestSet,
  type ManifestSource,
  readManifests,
  type SingleManifest,
} from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';

/** What a plan is made of, as it is stored: planned again, it is read again. */
export interface GivenManifest {
  readonly text: string;
  readonly includeRetired: boolean;
  /** The application that is taken back: of the manifest only scope and what it ignores count then. */
  readonly rollbackOf?: string | undefined;
}

const given = z.object({
  text: z.string(),
  includeRetired: z.boolean(),
  rollbackOf: z.string().optional(),
});

export function readGivenManifest(stored: Json): GivenManifest {
  return given.parse(stored);
}

/** Scopes of role requests: whoever plans in one could take another's role away. */
const requestScope = /^rq-/;

/** What is wrong with a scope, if anything is. */
export function scopeFaults(scope: string): readonly string[] {
  return requestScope.test(scope) ? [`The scope ${scope} is a request's.`] : [];
}

/**
 * Reads the text of a manifest. It can include nothing: there are no files here.
 *
 * @throws RolecallError `MANIFEST_INVALID`
 */
export function readGivenManifests(text: string): Promise<SingleManifest | ManifestSet> {
  const source: ManifestSource = { read: async () => text, match: async () => [] };
  return readManifests(source, 'rolecall.yaml');
}

/**
 * The manifest of this account; of one that is for several, as it is cut for this one.
 *
 * @throws RolecallError `MANIFEST_INVALID`, Problem `manifest-invalid`
 */
export async function parseManifest(
  { text }: Pick<GivenManifest, 'text'>,
  account: { readonly id: string; readonly partition: string },
): Promise<Manifest> {
  const manifest = await ownManifest(await readGivenManifests(text), account);
  const faults =
    manifest === undefined
      ? [`It is not for account ${account.id}.`]
      : [
          ...(manifest.account === account.id && manifest.partition === account.partition
            ? []
            : [`It is for account ${manifest.account} (${manifest.partition}).`]),
          ...scopeFaults(manifest.scope),
        ];
  if (manifest !== undefined && faults.length === 0) return manifest;
  const errors = faults.map((message) => ({ pointer: '/manifest', message }));
  throw problem('manifest-invalid', { errors });
}

async function ownManifest(
  read: SingleManifest | ManifestSet,
  { id }: { readonly id: string },
): Promise<Manifest | undefined> {
  if (read.kind === 'one') return read.manifest;
  const own = read.accounts.find((account) => account.id === id);
  return own && (await read.manifestFor(own));
}
