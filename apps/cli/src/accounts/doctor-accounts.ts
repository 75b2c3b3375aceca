import type { DoctorReport, ManifestSet } from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { DoctorOptions } from '../commands/doctor.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { presentDiagnosis } from '../doctor/present-diagnosis.ts';
import { findAccounts } from './find-accounts.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, runAccounts, worst } from './run-accounts.ts';

/** `rolecall doctor` for several accounts, each behind its role. Gives the worst exit code of all. */
export async function doctorAccounts(
  invocation: Invocation<DoctorOptions>,
  set: ManifestSet,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const { chosen: accounts, error } = await findAccounts(set, { environment, options, opened });
  const ran = await runAccounts<undefined>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ opened: target, presenter: section }) => {
      const report = await diagnose({ environment, open: () => Promise.resolve(target) });
      const exitCode = presentDiagnosis(report, section);
      return { exitCode, summary: summaryOf(report), value: undefined };
    },
  });
  presentSummary(ran.rows, { presenter, error, cwd: environment.cwd });
  presenter.value({ scope: set.scope, accounts: ran.json });
  return worst([ran.exitCode, error === undefined ? 0 : 1]);
}

function summaryOf({ ok, rows, parts, missingPermissions }: DoctorReport): string {
  if (ok) return 'All can be read';
  const stopped = rows.find((row) => !row.ok);
  if (stopped !== undefined) return `${stopped.name}: ${stopped.detail}`;
  const unreadable = parts.filter(({ state }) => state === 'unreadable').length;
  const lacking = missingPermissions.length;
  return `${unreadable} parts unreadable, ${lacking} permissions missing`;
}
