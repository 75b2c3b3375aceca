import { type AccountPort, applyManifest, type Manifest } from '@rolecall/core';

/** Brings an account to what the manifest says; fails where anything is left undone. */
export async function applyAll(port: AccountPort, manifest: Manifest): Promise<void> {
  const applied = await applyManifest({
    port,
    manifest,
    includeRetired: false,
    reviewed: undefined,
    allowReplace: false,
    skipPreflight: true,
    confirm: async () => true,
    sleep: async () => {},
    signal: new AbortController().signal,
    onEvent: () => {},
  });
  if (applied.kind === 'applied' && !applied.report.complete)
    throw new Error('not all was applied');
}
