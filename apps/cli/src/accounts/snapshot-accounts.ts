import { type ManifestSet, RolecallError } from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { SnapshotOptions } from '../commands/snapshot.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { tellGaps } from '../snapshots/tell-gaps.ts';
import { findAccounts } from './find-accounts.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, runAccounts, worst } from './run-accounts.ts';

/**
 * `rolecall snapshot` for several accounts: a file for each, since what reads a snapshot reads that
 * of one account; where there is only one, that is the result. Gives the worst exit code of all.
 */
export async function snapshotAccounts(
  invocation: Invocation<SnapshotOptions>,
  set: ManifestSet,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const { chosen: accounts, error } = await findAccounts(set, { environment, options, opened });
  const { out, all = false } = options;
  const [only, ...more] = accounts;
  if (only !== undefined && more.length + (out?.length ?? 0) === 0 && !presenter.json) {
    if (error !== undefined) throw error;
    const manifest = await set.manifestFor(only);
    const taken = await takeSnapshot({ port: opened.open(only).port, manifest, all });
    presenter.say([JSON.stringify(taken.snapshot, null, 2)]);
    return tellGaps(taken, presenter);
  }
  requireOwnFiles(out, { accounts: accounts.length, json: presenter.json });
  const ran = await runAccounts<undefined>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ account, manifest, opened: { port }, presenter: section }) => {
      const file = out?.replaceAll('{account}', account.name);
      if (file !== undefined) await requireWritable(cwd, file);
      const taken = await takeSnapshot({ port, manifest, all });
      const { snapshot, missing } = taken;
      const exitCode = tellGaps(taken, section);
      if (file !== undefined) await writeText(cwd, file, `${JSON.stringify(snapshot, null, 2)}\n`);
      section.value(file === undefined ? snapshot : { file, takenAt: snapshot.takenAt, missing });
      if (file !== undefined) section.say([`Written to ${file}.`]);
      return { exitCode, summary: summaryOf(missing.length, exitCode), value: undefined };
    },
  });
  presentSummary(ran.rows, { presenter, error, cwd });
  presenter.value({ scope: set.scope, accounts: ran.json });
  return worst([ran.exitCode, error === undefined ? 0 : 1]);
}

function requireOwnFiles(
  out: string | undefined,
  { accounts, json }: { readonly accounts: number; readonly json: boolean },
): void {
  if (out?.includes('{account}') || (out !== undefined && accounts === 1)) return;
  if (out === undefined && json) return;
  const what = out === undefined ? 'one output' : `"${out}"`;
  throw new RolecallError('USAGE', `The snapshots of several accounts cannot share ${what}.`, {
    hint: 'Write {account} in the name of a file: --out snapshots/{account}.json',
  });
}

function summaryOf(missing: number, exitCode: number): string {
  if (exitCode !== 0) return 'Nothing could be read';
  return missing === 0 ? 'Read' : `Read but for ${missing} ${missing === 1 ? 'part' : 'parts'}`;
}
