import {
  type Guardrails,
  isSettledBeforehand,
  type ManifestSet,
  narrowJudged,
  type Plan,
  planManifest,
  reviewedAs,
} from '@rolecall/core';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { presentPlan } from '../planning/present-plan.ts';
import { agreeToPlans } from './agree-to-plans.ts';
import { carryOutAll } from './carry-out-accounts.ts';
import { findAccounts } from './find-accounts.ts';
import { type OpenedAccounts, openAccounts } from './open-accounts.ts';
import { summaryOf } from './plan-accounts.ts';
import { requireAnswer } from './require-answer.ts';
import { failedIn, presentSummary, runAccounts, worst } from './run-accounts.ts';

interface Given {
  readonly set: ManifestSet;
  readonly guardrails: Guardrails | undefined;
}

/** What may be repaired in one account, and how much more is not as declared. */
interface Repair {
  readonly plan: Plan;
  readonly left: number;
}

/**
 * `rolecall drift --repair` for several accounts: what was settled beforehand is shown, agreed to
 * once, and done in each. Gives the worst exit code of all; what is left is still drift.
 */
export async function repairAccounts(
  invocation: Invocation<ApplyOptions>,
  { set, guardrails }: Given,
): Promise<number> {
  const { environment, presenter, options } = invocation;
  requireAnswer(invocation);
  const opened = await openAccounts({ environment, presenter, options, scope: set.scope });
  const found = await findAccounts(set, { environment, options, opened });
  const planned = await planRepairs(invocation, { set, guardrails, opened, found });
  presentSummary(planned.rows, { presenter, error: found.error, cwd: environment.cwd });
  const done = planned.outcomes.flatMap((outcome) =>
    outcome.kind === 'done' ? [{ account: outcome.account, ...outcome.value }] : [],
  );
  const shown = done.filter(
    ({ exitCode, value }) => exitCode !== 1 && value.plan.changes.length > 0,
  );
  const isLeft = done.some(({ value }) => value.left > 0);
  const other = worst([
    planned.exitCode === 1 || found.error !== undefined ? 1 : 0,
    isLeft ? 2 : 0,
  ]);
  const result = { scope: set.scope, accounts: planned.json };
  if (shown.length === 0) {
    presenter.value({ outcome: 'nothing-to-do', ...result });
    return other;
  }
  if (!(await agreeToPlans(invocation, shown.length))) {
    presenter.say(['Nothing was changed.']);
    presenter.value({ outcome: 'declined', ...result });
    return 1;
  }
  const code = await carryOutAll(invocation, {
    ...{ set, opened, guardrails, found, gone: [] },
    accounts: shown.map(({ account }) => account),
    reviews: new Map(shown.map(({ account, value }) => [account.id, reviewedAs(value.plan)])),
    only: isSettledBeforehand,
    failed: failedIn(planned),
  });
  return worst([code, other]);
}

function planRepairs(
  invocation: Invocation<ApplyOptions>,
  {
    set,
    guardrails,
    opened,
    found,
  }: Given & {
    readonly opened: OpenedAccounts;
    readonly found: Awaited<ReturnType<typeof findAccounts>>;
  },
) {
  const includeRetired = invocation.options.includeRetired === true;
  return runAccounts<Repair>(invocation, {
    set,
    accounts: found.chosen,
    open: opened.open,
    work: async ({ manifest, opened: { port }, presenter: section }) => {
      const given = { manifest, includeRetired, guardrails: guardrails?.digest };
      const whole = await planManifest({ ...given, port });
      const plan = narrowJudged(whole, isSettledBeforehand, manifest.checks);
      const nothing = 'There is nothing that may be repaired.';
      const narrowed = { ...whole, plan };
      const exitCode = presentPlan(narrowed, { presenter: section, guardrails, nothing });
      const { changes, conflicts } = whole.plan;
      const left = changes.length - plan.changes.length + conflicts.length;
      const more = left === 0 ? '' : ` ${left} more not as declared: see rolecall drift.`;
      const said = exitCode === 0 ? 'Nothing to repair' : summaryOf(narrowed, exitCode);
      return {
        exitCode: exitCode === 0 && left > 0 ? 2 : exitCode,
        summary: `${said}${more === '' ? '' : `.${more}`}`,
        value: { plan, left },
      };
    },
  });
}
