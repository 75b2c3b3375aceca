import {
  type Guide,
  type GuideReportInput,
  type ManifestAccount,
  type ManifestSet,
  matchesAccount,
  type Snapshot,
} from '@rolecall/core';
import type { OpenedAccount } from '../account/open-account.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import type { GuideSet } from '../guides/find-guide-set.ts';
import { presentGuide } from '../guides/present-guide.ts';
import { runGuide } from '../guides/run-guide.ts';
import { type WrittenEntries, writeGuideEntries } from '../guides/write-guide-entries.ts';

interface One {
  readonly account: ManifestAccount;
  manifest(): ReturnType<ManifestSet['manifestFor']>;
  open(): Promise<OpenedAccount>;
  readonly snapshot?: Snapshot;
}

/** Walks a guide in one account of several, as in one that has a manifest of its own. */
export async function guideOne(
  invocation: Invocation<GuideOptions>,
  { guide, isWritten }: GuideSet & { readonly guide: Guide },
  { account, manifest, open, snapshot }: One,
): Promise<number> {
  const { presenter, options } = invocation;
  const target = { manifest: await manifest(), account: account.id, open };
  const report = await runGuide(guide, invocation, { target, snapshot });
  const written = await writeFor(report, { invocation, isWritten, account });
  const exitCode = presentGuide(report, { presenter, options, written });
  if (written !== undefined) presenter.note(written.said);
  return exitCode;
}

/** An entry for one account of several says so; a file of its own is a manifest of that account. */
export async function writeFor(
  report: GuideReportInput,
  {
    invocation,
    isWritten,
    account,
  }: {
    readonly invocation: Invocation<GuideOptions>;
    readonly isWritten: boolean;
    readonly account: ManifestAccount;
  },
): Promise<WrittenEntries | undefined> {
  const file = invocation.options.write?.replaceAll('{account}', account.name);
  if (file === undefined) return undefined;
  const only = {
    // The name of one that is discovered changes with its name in AWS.
    selector: account.discovered ? account.id : account.name,
    isMeant: (selector: string) => matchesAccount(selector, account),
  };
  return writeGuideEntries(report, { file, invocation, ...(isWritten && { only }) });
}
