import type { Manifest } from '@rolecall/core';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { refuseSeveral } from '../commands/shared-options.ts';
import { findGuideManifest } from './find-guide-manifest.ts';

/** What a guide is walked over. */
export interface GuideTarget {
  readonly manifest: Manifest | undefined;
  /** As --account says it; of a manifest for several, the id of the one that is meant. */
  readonly account: string | undefined;
  readonly open: () => Promise<OpenedAccount>;
}

/** Where no manifest for several accounts is meant. */
export async function guideTarget({
  environment,
  presenter,
  options,
}: Invocation<GuideOptions>): Promise<GuideTarget> {
  const { account } = options;
  refuseSeveral(options);
  const manifest = await findGuideManifest(environment.cwd, options);
  const open = () => openAccount({ environment, presenter, account, manifest });
  return { manifest, account, open };
}
