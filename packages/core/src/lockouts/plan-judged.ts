import { resourceKey } from '../model/resource.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { guardAccess } from '../plan/identity-center/guard-access.ts';
import { narrowPlan } from '../plan/narrow-plan.ts';
import { type Change, type Plan, withChanges } from '../plan/plan.ts';
import { planAccount } from '../plan/plan-account.ts';
import type { PlanInput } from '../plan/plan-input.ts';
import type { Judging } from './access-parts.ts';
import { findLockouts, lockoutOf } from './find-lockouts.ts';
import { mayNarrowAccess, takingOf } from './may-narrow-access.ts';
import { newWayFirst, thoseBehind, type WaysAfter } from './new-way-first.ts';
import { centerWays, iamWays, possibleWays } from './standing-ways.ts';

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

function judge(plan: Plan, judging: Judging): Plan {
  const told = new Set(plan.conflicts.map(({ resource, message }) => `${resource} ${message}`));
  const lockouts = findLockouts({ plan, ...judging }).filter(
    ({ resource, message }) => !told.has(`${resource} ${message}`),
  );
  if (lockouts.length > 0) return { ...plan, conflicts: [...plan.conflicts, ...lockouts] };
  return newWaysFirst(plan, judging);
}

function newWaysFirst(plan: Plan, judging: Judging): Plan {
  let { changes } = plan;
  for (const waysAfter of waysThatMatter(changes, judging)) {
    const found = newWayFirst(changes, waysAfter);
    if ('stuck' in found) {
      return { ...plan, conflicts: [...plan.conflicts, lockoutOf(found.stuck, halfWay)] };
    }
    changes = found.changes;
  }
  return changes === plan.changes ? plan : withChanges(plan, changes);
}

/** Whether it takes from administrators: then it matters who else is one at this very moment. */
export function touchesAdministrators({ changes }: Plan, judging: Judging): boolean {
  return waysThatMatter(changes, judging).some(
    (waysAfter) => thoseBehind(waysAfter([]), changes).length > 0,
  );
}

/**
 * Names of the users who are or may become administrator, before or after, where the plan takes from
 * those who are: what they have to sign in with decides. `undefined` where it takes from none.
 */
export function administratorsInQuestion(
  { changes }: Plan,
  judging: Judging,
): readonly string[] | undefined {
  if (!changes.some(mayNarrowAccess)) return undefined;
  const waysAfter = possibleWays(judging);
  const before = waysAfter([]);
  if (thoseBehind(before, changes).length === 0) return undefined;
  const keys = [...before, ...waysAfter(changes)].flatMap(({ behind }) => [...behind]);
  const { users } = judging.snapshot.parts;
  const live = users.status === 'known' ? users.value : [];
  const asked = new Set(keys);
  return live
    .filter(({ name }) => asked.has(resourceKey({ type: 'user', name })))
    .map(({ name }) => name);
}

/** Most plans take nothing from anybody, and are not worth the look at everybody. */
function waysThatMatter(changes: readonly Change[], judging: Judging): readonly WaysAfter[] {
  if (changes.every((change) => takingOf(change).operations.length === 0)) return [];
  const byIam = changes.some(mayNarrowAccess) ? iamWays(judging) : [];
  return [...byIam, ...centerWays(judging.snapshot)];
}

const halfWay = {
  message: 'Cut off half-way, nobody but root might be administrator: no other way can come first.',
  hint: 'Make another way to administrator in a run of its own, and try it.',
};
