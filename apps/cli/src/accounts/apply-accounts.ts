import {
  type Guardrails,
  isPlanSet,
  type ManifestSet,
  type PlannedManifest,
  planManifest,
  RolecallError,
  readReviewedPlan,
  readReviewedPlanSet,
  reviewedAs,
} from '@rolecall/core';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { requireWritable } from '../files/write-text.ts';
import { presentPlan } from '../planning/present-plan.ts';
import { rollbackOf } from '../planning/read-plan-file.ts';
import { agreeToPlans } from './agree-to-plans.ts';
import { type CarryOut, carryOutAll, type Reviews } from './carry-out-accounts.ts';
import { type FoundAccounts, findAccounts } from './find-accounts.ts';
import { openAccounts } from './open-accounts.ts';
import { planSetFrom, summaryOf } from './plan-accounts.ts';
import { requireAnswer } from './require-answer.ts';
import { failedIn, presentSummary, type RanAccounts, runAccounts, worst } from './run-accounts.ts';

interface Given {
  readonly manifests: ManifestSet;
  readonly guardrails: Guardrails | undefined;
  /** What the plan file holds, where one was named. */
  readonly kept: { readonly value: unknown; readonly file: string } | undefined;
}

/**
 * `rolecall apply` for several accounts: what was reviewed, or what is planned and agreed to now.
 * Each is planned again just before, and nothing else is done. Gives the worst exit code of all.
 */
export async function applyAccounts(
  invocation: Invocation<ApplyOptions>,
  { manifests: set, guardrails, kept }: Given,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  if (options.report !== undefined) await requireWritable(cwd, options.report);
  if (typeof options.journal === 'string' && !options.journal.includes('{account}'))
    throw sharedJournal();
  const reviewed = kept === undefined ? undefined : readReviews(kept);
  if (reviewed === undefined) requireAnswer(invocation);
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await findAccounts(set, { environment, options, opened });
  const given = { set, opened, guardrails };
  if (reviewed !== undefined) {
    const back = kept === undefined ? undefined : backOf(kept);
    const narrowed = options.accounts !== undefined || options.account !== undefined;
    const chosen = found.chosen.filter(({ id }) => reviewed.has(id));
    const gone = narrowed ? [] : [...reviewed.keys()].filter((id) => !has(found, id));
    return carryOutAll(invocation, {
      ...given,
      accounts: chosen,
      reviews: reviewed,
      gone,
      found,
      back,
    });
  }
  const planned = await planAll(invocation, { ...given, found });
  const plans = planSetFrom(set.scope, planned);
  presentSummary(planned.rows, { presenter, error: found.error, cwd });
  const shown = planned.outcomes.flatMap((outcome) =>
    outcome.kind === 'done' && outcome.value.exitCode === 2
      ? [{ account: outcome.account, plan: outcome.value.value.plan }]
      : [],
  );
  const failed = worst([planned.exitCode === 1 ? 1 : 0, found.error === undefined ? 0 : 1]);
  const result = { planId: plans.planId, scope: set.scope, accounts: planned.json };
  if (shown.length === 0) {
    presenter.value({ outcome: 'nothing-to-do', ...result });
    return failed;
  }
  if (!(await agreeToPlans(invocation, shown.length))) {
    presenter.say(['Nothing was changed.']);
    presenter.value({ outcome: 'declined', ...result });
    return 1;
  }
  const reviews = new Map(shown.map(({ account, plan }) => [account.id, reviewedAs(plan)]));
  const accounts = shown.map(({ account }) => account);
  const code = await carryOutAll(invocation, {
    ...{ ...given, accounts, reviews, gone: [], found },
    failed: failedIn(planned),
  });
  return worst([code, failed]);
}

function has({ all }: FoundAccounts, id: string): boolean {
  return all.some((account) => account.id === id);
}

function planAll(
  invocation: Invocation<ApplyOptions>,
  { set, opened, guardrails, found }: Pick<CarryOut, 'set' | 'opened' | 'guardrails' | 'found'>,
): Promise<RanAccounts<PlannedManifest>> {
  const includeRetired = invocation.options.includeRetired === true;
  return runAccounts<PlannedManifest>(invocation, {
    set,
    accounts: found.chosen,
    open: opened.open,
    work: async ({ manifest, opened: { port }, presenter }) => {
      const given = { manifest, includeRetired, guardrails: guardrails?.digest };
      const value = await planManifest({ ...given, port });
      const exitCode = presentPlan(value, { presenter, guardrails });
      return { exitCode, summary: summaryOf(value, exitCode), value };
    },
  });
}

/** Of a way back, the plan from which it leads. */
function backOf({ value, file }: NonNullable<Given['kept']>): CarryOut['back'] {
  const applied = rollbackOf(value, file);
  return applied && new Map([[applied.account, applied]]);
}

function readReviews({ value, file }: NonNullable<Given['kept']>): Reviews {
  if (!isPlanSet(value)) {
    const reviewed = readReviewedPlan(value, file);
    return new Map([[reviewed.account, reviewed]]);
  }
  const { accounts } = readReviewedPlanSet(value, file);
  return new Map(accounts.map(({ account, reviewed }) => [account, reviewed]));
}

function sharedJournal(): RolecallError {
  return new RolecallError('USAGE', 'The accounts cannot share a journal.', {
    hint: 'Write {account} in its name, or leave --journal out.',
  });
}
