import { type ManifestSet, RolecallError } from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import { defaultManifest, findSeveral } from '../files/manifest-files.ts';
import { isOneNamed } from './is-one-named.ts';

type Options = SeveralOptions & { readonly account?: string; readonly manifest?: string };

/**
 * The manifest for several accounts, of a command that does without any manifest: what is wrong with
 * one that nobody named keeps it from nothing, and an account in memory is one account unless
 * some of the manifest are asked for.
 */
export async function severalMeant({
  environment: { cwd },
  presenter,
  options,
}: Invocation<Options>): Promise<ManifestSet | undefined> {
  const { manifest, account } = options;
  const isNamed = manifest !== undefined || isOneNamed(options);
  if (!isNamed && parseAccountChoice(account).kind === 'sandbox') return undefined;
  try {
    return await findSeveral(cwd, manifest);
  } catch (error) {
    if (isNamed || !(error instanceof RolecallError)) throw error;
    presenter.note(`${defaultManifest} is left aside: ${error.message}`);
    return undefined;
  }
}
