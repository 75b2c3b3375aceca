import { type ManifestSet, type Plan, planManifest, planSnapshot } from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import type { PlanningOptions } from '../planning/make-plan.ts';
import { presentDrift } from '../planning/present-drift.ts';
import { findAccounts } from './find-accounts.ts';
import { ofSnapshot } from './of-snapshot.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, runAccounts, worst } from './run-accounts.ts';

/** `rolecall drift` for several accounts. Gives the worst exit code of all. */
export async function driftAccounts(
  invocation: Invocation<PlanningOptions & SeveralOptions>,
  set: ManifestSet,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await ofSnapshot(
    await findAccounts(set, { environment, options, opened }),
    invocation,
  );
  const { chosen: accounts, error } = found;
  const includeRetired = options.includeRetired === true;
  const ran = await runAccounts<Plan>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ manifest, opened: { port }, presenter: section }) => {
      const { plan } = found.snapshot
        ? planSnapshot({ manifest, includeRetired, snapshot: found.snapshot })
        : await planManifest({ manifest, includeRetired, port });
      const exitCode = presentDrift(plan, section);
      return { exitCode, summary: summaryOf(plan), value: plan };
    },
  });
  presentSummary(ran.rows, { presenter, error, cwd: environment.cwd });
  presenter.value({ scope: set.scope, accounts: ran.json });
  return worst([ran.exitCode, error === undefined ? 0 : 1]);
}

function summaryOf({ changes, conflicts }: Plan): string {
  const count = changes.length + conflicts.length;
  return count === 0 ? 'As declared' : `${count} not as declared`;
}
