import { type Change, type Plan, withChanges } from './plan.ts';

/**
 * The plan with some of its changes only, and of these none that waits for one that is left out.
 * Conflicts go with the resources that are left out: they are for the people who look at the whole.
 * It may take away what the whole would have given back: judge it anew (`narrowJudged`).
 */
export function narrowPlan(plan: Plan, only: (change: Change) => boolean): Plan {
  const planned = new Set(plan.changes.map(({ resource }) => resource));
  const kept = new Set<string>();
  const changes = plan.changes.filter((change) => {
    const waits = change.dependsOn.some((key) => planned.has(key) && !kept.has(key));
    if (waits || !only(change)) return false;
    kept.add(change.resource);
    return true;
  });
  const conflicts = plan.conflicts.filter(({ resource }) => kept.has(resource));
  return { ...withChanges(plan, changes), conflicts };
}

/**
 * What may be done without anybody's word, for it was reviewed when it was declared. Never what takes
 * a resource over, or deletes it and makes it again.
 */
export function isSettledBeforehand({ kind, departed, enforce }: Change): boolean {
  if (departed?.kind === 'expired') return true;
  return enforce === true && (kind === 'create' || kind === 'update');
}
