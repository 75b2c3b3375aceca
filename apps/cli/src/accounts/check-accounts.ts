import { type ManifestSet, RolecallError } from '@rolecall/core';
import { checkOne } from '../checking/check-one.ts';
import type { ChosenChecks } from '../checking/choose-checks.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { Invocation } from '../commands/command-context.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import { findAccounts } from './find-accounts.ts';
import { oneOfSeveral } from './one-of-several.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, runAccounts, worst } from './run-accounts.ts';

/** `rolecall check` for several accounts. Gives the worst exit code of all. */
export async function checkSeveral(
  invocation: Invocation<CheckOptions>,
  { set, chosen }: { readonly set: ManifestSet; readonly chosen: ChosenChecks },
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await findAccounts(set, { environment, options, opened });
  const { chosen: accounts, error } = found;
  requireFitting(options, accounts.length);
  const ran = await runAccounts<undefined>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ account, manifest, opened: target, presenter: section }) => {
      const own = { ...invocation, presenter: section, options: forAccount(options, account.name) };
      const exitCode = await checkOne(own, chosen, { manifest, opened: target });
      return { exitCode, summary: summaryOf(exitCode, options), value: undefined };
    },
  });
  presentSummary(ran.rows, { presenter, error, cwd: environment.cwd });
  presenter.value({ scope: set.scope, accounts: ran.json });
  return worst([ran.exitCode, error === undefined ? 0 : 1]);
}

/** A snapshot is of one account, which is checked as the manifest says of that account. */
export async function checkSnapshotOf(
  invocation: Invocation<CheckOptions>,
  { set, chosen }: { readonly set: ManifestSet; readonly chosen: ChosenChecks },
): Promise<number> {
  const { environment, options } = invocation;
  const { snapshot: file = '' } = options;
  const { caller } = await readSnapshot(environment.cwd, file);
  const one = await oneOfSeveral(set, invocation, caller.account);
  const { id, name } = one.account;
  const own = { ...forAccount(options, name), account: id };
  return checkOne({ ...invocation, options: own }, chosen, { manifest: await one.manifest() });
}

/** `{account}` in the name of a file is the account's. */
function forAccount(options: CheckOptions, name: string): CheckOptions {
  const named = (text: string): string => text.replaceAll('{account}', name);
  return {
    ...options,
    ...(options.report && { report: options.report.map(named) }),
    ...(options.compare !== undefined && { compare: named(options.compare) }),
    ...(options.fixPlan !== undefined && { fixPlan: named(options.fixPlan) }),
  };
}

/** A file that every account would write, or be compared with, is one too few. */
function requireFitting({ report = [], compare, fixPlan }: CheckOptions, accounts: number): void {
  if (accounts < 2) return;
  const files = [...report, compare, fixPlan].filter((text) => text !== undefined);
  const shared = files.find((text) => !text.includes('{account}'));
  if (shared === undefined) return;
  throw new RolecallError('USAGE', `${accounts} accounts cannot share "${shared}".`, {
    hint: 'Write {account} in the name of the file: html={account}.html',
  });
}

function summaryOf(exitCode: number, { failOn }: CheckOptions): string {
  return exitCode === 0 ? `Nothing failed from ${failOn} up` : `Findings from ${failOn} up`;
}
