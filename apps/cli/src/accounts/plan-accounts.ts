import {
  type Guardrails,
  type ManifestSet,
  type PlannedManifest,
  type PlanSet,
  planManifest,
  planSetOf,
  planSnapshot,
  RolecallError,
  staleLifecycle,
  summarizePlan,
} from '@rolecall/core';
import type { Invocation } from '../commands/command-context.ts';
import type { PlanOptions } from '../commands/plan.ts';
import { keepPlan } from '../planning/keep-plan.ts';
import { readAsOf } from '../planning/make-plan.ts';
import { presentPlan } from '../planning/present-plan.ts';
import { findAccounts } from './find-accounts.ts';
import { ofSnapshot } from './of-snapshot.ts';
import { openAccounts } from './open-accounts.ts';
import { presentSummary, type RanAccounts, runAccounts, worst } from './run-accounts.ts';

interface Given {
  readonly manifests: ManifestSet;
  readonly guardrails: Guardrails | undefined;
}

/** `rolecall plan` for several accounts. Gives the worst exit code of all. */
export async function planAccounts(
  invocation: Invocation<PlanOptions>,
  { manifests: set, guardrails }: Given,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await ofSnapshot(
    await findAccounts(set, { environment, options, opened }),
    invocation,
  );
  const { chosen: accounts, error } = found;
  const includeRetired = options.includeRetired === true;
  const asOf = readAsOf(options);
  const ran = await runAccounts<PlannedManifest>(invocation, {
    set,
    accounts,
    open: opened.open,
    work: async ({ manifest, opened: { port }, presenter: section }) => {
      const given = { manifest, includeRetired, asOf, guardrails: guardrails?.digest };
      const value = found.snapshot
        ? planSnapshot({ ...given, snapshot: found.snapshot })
        : await planManifest({ ...given, port });
      const exitCode = presentPlan(value, { presenter: section, guardrails });
      return { exitCode, summary: summaryOf(value, exitCode), value };
    },
  });
  const plans = planSetFrom(set.scope, ran);
  presentSummary(ran.rows, { presenter, error, cwd });
  presenter.say([presenter.layout.paint.quiet(`Plan id ${plans.planId}`)]);
  presenter.value({
    planId: plans.planId,
    scope: set.scope,
    accounts: ran.json,
    error: codeOf(error),
  });
  const stale = staleLifecycle(environment.now());
  if (stale !== undefined) presenter.note(stale);
  if (options.out !== undefined) {
    await keepPlan(plans, { environment, presenter, file: options.out });
  }
  return worst([ran.exitCode, error === undefined ? 0 : 1]);
}

/** What was planned, and what could not be. */
export function planSetFrom(scope: string, { outcomes }: RanAccounts<PlannedManifest>): PlanSet {
  return planSetOf(
    scope,
    outcomes.map((outcome) => {
      const { name, id: account } = outcome.account;
      if (outcome.kind === 'done') return { name, account, plan: outcome.value.value.plan };
      const { error } = outcome;
      const code = error instanceof RolecallError ? error.code : 'INTERNAL';
      const message = error instanceof Error ? error.message : String(error);
      return { name, account, plan: null, error: { code, message } };
    }),
  );
}

export function summaryOf({ plan }: PlannedManifest, exitCode: number): string {
  if (plan.conflicts.length > 0) return summarizePlan(plan);
  if (exitCode === 1) return `Refused by the guardrails. ${summarizePlan(plan)}`;
  return plan.changes.length === 0 ? 'Nothing to do' : summarizePlan(plan);
}

function codeOf(error: unknown): string | null {
  if (error === undefined) return null;
  return error instanceof RolecallError ? error.code : 'INTERNAL';
}
