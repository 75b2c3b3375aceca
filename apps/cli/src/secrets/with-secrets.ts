import { type AccountPort, type Manifest, saysSignIn, sketchManifest } from '@rolecall/core';
import type { OpenedAccount } from '../account/open-account.ts';
import type { Invocation } from '../commands/command-context.ts';
import { openWorld, type SecretsOptions } from './open-world.ts';

/** With a folder for them, passwords and access keys are made as well. */
export async function withSecrets(
  { environment, presenter, options }: Invocation<SecretsOptions>,
  { port, clients, manifest }: OpenedAccount & { readonly manifest: Manifest },
): Promise<AccountPort> {
  const world = await openWorld({ environment, presenter, clients, manifest, options });
  if (world === undefined) return port;
  const { withSignIns } = await import('@rolecall/secrets');
  const names = new Set(
    sketchManifest(manifest)
      .filter((one) => one.type === 'user' && saysSignIn(one))
      .map(({ name }) => name.toLowerCase()),
  );
  return withSignIns(port, { ...world, concerns: (name) => names.has(name.toLowerCase()) });
}
