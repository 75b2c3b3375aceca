import { RolecallError } from '../../model/errors.ts';
import { expandManifest } from '../expand-manifest.ts';
import type { Manifest } from '../manifest.ts';
import { type ManifestSource, readManifest } from '../read-manifest.ts';

/** Files by name; patterns match by their ending. */
export function filesOf(files: { readonly [name: string]: string }): ManifestSource {
  return {
    read: async (name) => {
      const text = files[name];
      if (text === undefined) throw new RolecallError('FILE_UNREADABLE', `no ${name}`);
      return text;
    },
    match: async (pattern) =>
      Object.keys(files).filter((name) => name.endsWith(pattern.replace('*', ''))),
  };
}

export const head = 'version: 1\nscope: platform\naccount: "111122223333"\n';

export function manifestOf(text: string, header = head): Promise<Manifest> {
  return readManifest(filesOf({ 'rolecall.yaml': header + text }), 'rolecall.yaml');
}

/** What the manifest declares in an account that has shown nothing of itself. */
export async function desiredOf(text: string, header = head) {
  return expandManifest(await manifestOf(text, header), {
    includeRetired: false,
    servicesSeen: new Set(),
    managedDocuments: {},
  });
}

export interface Fault {
  readonly at: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The diagnostics with which something fails, each with its place as `line:column`. */
export async function faultsOf(work: Promise<unknown>): Promise<readonly Fault[]> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return (error.details.diagnostics ?? []).map(({ code, message, position, hint }) => ({
      at: position ? `${position.line}:${position.column}` : '-',
      code,
      message,
      hint,
    }));
  }
  throw new Error('it should have failed');
}
