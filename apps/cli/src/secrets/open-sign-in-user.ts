import {
  type AccountPort,
  type DesiredOf,
  judgeSignIn,
  type Manifest,
  RolecallError,
  type SignInCall,
} from '@rolecall/core';
import type { SignInWorld } from '@rolecall/secrets';
import type { Invocation } from '../commands/command-context.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { chooseManifest, type ManifestOptions } from './choose-manifest.ts';
import { findUser, requireDelivery, requireOwnUser, type SignInUser } from './find-sign-in-user.ts';
import { openWorld } from './open-world.ts';

export interface ExchangeOptions extends ManifestOptions {
  readonly guardrails?: string;
}

export interface OpenedUser<D = unknown> {
  readonly manifest: Manifest;
  readonly user: SignInUser;
  /** What is declared of what is exchanged. */
  readonly declared: D;
  readonly port: AccountPort;
  readonly world: SignInWorld;
  /** Fails where guardrails were named and do not let this through. */
  readonly judge: (call: SignInCall) => Promise<void>;
}

/** The user whose password or key is exchanged, in the account and as the manifest declares it. */
export async function openSignInUser<D>(
  invocation: Invocation<ExchangeOptions>,
  declares: (user: DesiredOf<'user'>) => D,
): Promise<OpenedUser<D>> {
  const { environment, presenter, args } = invocation;
  const guardrails = await loadGuardrails(environment.cwd, invocation.options.guardrails);
  const { manifest, opened, options } = await chooseManifest(invocation);
  const { port, clients } = opened;
  const found = findUser(manifest, { name: args[0] ?? '', now: environment.now() });
  const declared = declares(found);
  const user = requireDelivery(found);
  const world = await openWorld({ environment, presenter, clients, manifest, options });
  if (world === undefined) {
    throw new RolecallError('USAGE', 'Nothing says where what is made would be put.', {
      hint: 'Name a folder of your own with --secrets-dir.',
    });
  }
  const { arn } = await requireOwnUser(port, manifest, user);
  return {
    ...{ manifest, user, declared, port, world },
    judge: async (call) => {
      if (guardrails) await judgeSignIn({ port, manifest, guardrails, user, arn, call });
    },
  };
}
