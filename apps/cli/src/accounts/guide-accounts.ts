import { type Guide, type GuideReportInput, RolecallError } from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import type { GuideSet } from '../guides/find-guide-set.ts';
import { presentGuide } from '../guides/present-guide.ts';
import { runGuide } from '../guides/run-guide.ts';
import { findAccounts } from './find-accounts.ts';
import { guideOne, writeFor } from './guide-one-account.ts';
import { oneOfSeveral } from './one-of-several.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, runAccounts, worst } from './run-accounts.ts';

interface Given extends GuideSet {
  readonly guide: Guide;
}

/**
 * `rolecall guide` with a manifest for several accounts: walked in each, or in the one that is asked
 * for. What is missing is written once all have been walked, in their order. Gives the worst exit
 * code of all.
 */
export async function guideAccounts(
  invocation: Invocation<GuideOptions>,
  given: Given,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const { set, guide } = given;
  if (options.snapshot !== undefined) {
    const snapshot = await readSnapshot(cwd, options.snapshot);
    const one = await oneOfSeveral(set, invocation, snapshot.caller.account);
    return guideOne(invocation, given, { ...one, snapshot });
  }
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const { chosen: accounts, error } = await findAccounts(set, { environment, options, opened });
  const [only, ...more] = accounts;
  if (only !== undefined && more.length === 0 && error === undefined) {
    const manifest = () => set.manifestFor(only);
    const open = () => Promise.resolve(opened.open(only));
    return guideOne(invocation, given, { account: only, manifest, open });
  }
  requireOwnFiles(options, given);
  const ran = await runAccounts<GuideReportInput>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ account, manifest, opened: there, presenter: section }) => {
      const target = { manifest, account: account.id, open: () => Promise.resolve(there) };
      const own = { ...invocation, presenter: section };
      const value = await runGuide(guide, own, { target, snapshot: undefined });
      const exitCode = presentGuide(value, { presenter: section, options });
      return { exitCode, summary: summaryOf(exitCode), value };
    },
  });
  const written: object[] = [];
  const failed: RolecallError[] = [];
  for (const outcome of ran.outcomes) {
    if (outcome.kind === 'failed') continue;
    const { account } = outcome;
    try {
      const one = await writeFor(outcome.value.value, {
        invocation,
        isWritten: given.isWritten,
        account,
      });
      if (one === undefined) continue;
      const { said, ...about } = one;
      written.push({ name: account.name, ...about });
      presenter.note(`${account.name}: ${said}`);
    } catch (cause) {
      if (!(cause instanceof RolecallError)) throw cause;
      presenter.note(`${account.name}:`);
      presenter.fail(cause);
      failed.push(cause);
    }
  }
  presentSummary(ran.rows, { presenter, error, cwd });
  presenter.value({ scope: set.scope, accounts: ran.json, written });
  return worst([ran.exitCode, error === undefined && failed.length === 0 ? 0 : 1]);
}

function requireOwnFiles({ write: file }: GuideOptions, { isWritten }: GuideSet): void {
  if (file === undefined || isWritten || file.includes('{account}')) return;
  throw new RolecallError('USAGE', `Several accounts cannot share ${file}.`, {
    hint: 'Write to the manifest of them all, or {account} in the name of the file.',
  });
}

function summaryOf(exitCode: number): string {
  return exitCode === 0 ? 'Done, or left to a person' : 'Something is missing';
}
