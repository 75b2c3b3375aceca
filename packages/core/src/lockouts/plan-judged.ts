import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { guardAccess } from '../plan/identity-center/guard-access.ts';
import { narrowPlan } from '../plan/narrow-plan.ts';
import { type Change, type Plan, withChanges } from '../plan/plan.ts';
import { planAccount } from '../plan/plan-account.ts';
import type { PlanInput } from '../plan/plan-input.ts';
import { findLockouts } from './find-lockouts.ts';

/** The plan, judged by the account as it would be. Nothing that is carried out is planned otherwise. */
export function planJudged(input: PlanInput, settings: CheckSettings): Plan {
  const { snapshot } = input;
  return judge(planAccount(input), { snapshot, settings });
}

/** Some changes of a plan only, judged anew: without the others they may lock everybody out. */
export function narrowJudged(
  { plan, snapshot }: { readonly plan: Plan; readonly snapshot: Snapshot },
  only: (change: Change) => boolean,
  settings: CheckSettings,
): Plan {
  const narrow = narrowPlan(plan, only);
  const guarded = guardAccess(narrow.changes, snapshot);
  const conflicts = [...narrow.conflicts, ...guarded.conflicts];
  return judge({ ...withChanges(narrow, guarded.changes), conflicts }, { snapshot, settings });
}

interface Judging {
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
}

function judge(plan: Plan, { snapshot, settings }: Judging): Plan {
  const told = new Set(plan.conflicts.map(({ resource, message }) => `${resource} ${message}`));
  const lockouts = findLockouts({ plan, snapshot, settings }).filter(
    ({ resource, message }) => !told.has(`${resource} ${message}`),
  );
  return { ...plan, conflicts: [...plan.conflicts, ...lockouts] };
}
