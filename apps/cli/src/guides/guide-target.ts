import { type Manifest, RolecallError } from '@rolecall/core';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import { isOneNamed } from '../accounts/is-one-named.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { refuseSeveral } from '../commands/shared-options.ts';
import { isThere } from '../files/is-there.ts';
import { findSeveral } from '../files/manifest-files.ts';
import { findGuideManifest } from './find-guide-manifest.ts';

/** What a guide is walked over. */
interface GuideTarget {
  readonly manifest: Manifest | undefined;
  /** As --account says it; of a manifest for several, the id of the one that is meant. */
  readonly account: string | undefined;
  readonly open: () => Promise<OpenedAccount>;
}

/** `usual` is the id of the account that is meant where nothing says another. */
export async function guideTarget(
  { environment, presenter, options }: Invocation<GuideOptions>,
  usual: string | undefined,
): Promise<GuideTarget> {
  const { cwd } = environment;
  const { write, manifest: file, account } = options;
  await requireOwn(cwd, write);
  const isMeant = write === undefined || file !== undefined || isOneNamed(options);
  const several = isMeant ? await findSeveral(cwd, file) : undefined;
  if (several !== undefined) {
    const { oneOfSeveral } = await import('../accounts/one-of-several.ts');
    const one = await oneOfSeveral(several, { environment, presenter, options }, usual);
    return { manifest: await one.manifest(), account: one.account.id, open: one.open };
  }
  refuseSeveral(options);
  const manifest = await findGuideManifest(cwd, options);
  const open = () => openAccount({ environment, presenter, account, manifest });
  return { manifest, account, open };
}

/** What a guide finds missing is missing in one account; an entry there would be for all. */
async function requireOwn(cwd: string, write: string | undefined): Promise<void> {
  if (write === undefined || !(await isThere(cwd, write))) return;
  if ((await findSeveral(cwd, write)) === undefined) return;
  throw new RolecallError('USAGE', `${write} is for several accounts, a guide is about one.`, {
    hint: 'Write to another file, and bring over what it says, with `inAccounts` where that is meant.',
  });
}
