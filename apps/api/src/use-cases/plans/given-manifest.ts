import { type Manifest, readManifest } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';

/** What a plan is made of, as it is stored: planned again, it is read again. */
export interface GivenManifest {
  readonly text: string;
  readonly includeRetired: boolean;
}

const given = z.object({ text: z.string(), includeRetired: z.boolean() });

export function readGivenManifest(stored: Json): GivenManifest {
  return given.parse(stored);
}

/** Scopes of role requests: whoever plans in one could take another's role away. */
const requestScope = /^rq-/;

/**
 * Reads the text of a manifest for this account. It can include nothing: there are no files here.
 *
 * @throws RolecallError `MANIFEST_INVALID`, Problem `manifest-invalid`
 */
export async function parseManifest(
  { text }: Pick<GivenManifest, 'text'>,
  account: { readonly id: string; readonly partition: string },
): Promise<Manifest> {
  const source = { read: async () => text, match: async () => [] };
  const manifest = await readManifest(source, 'rolecall.yaml');
  const faults = [
    ...(manifest.account === account.id && manifest.partition === account.partition
      ? []
      : [`It is for account ${manifest.account} (${manifest.partition}).`]),
    ...(requestScope.test(manifest.scope) ? [`The scope ${manifest.scope} is a request's.`] : []),
  ];
  if (faults.length === 0) return manifest;
  const errors = faults.map((message) => ({ pointer: '/manifest', message }));
  throw problem('manifest-invalid', { errors });
}
