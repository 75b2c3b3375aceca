import type { PlannedEntry } from './planned-entry.ts';
import type { GuideWalk } from './walk-guide.ts';

/** The entries of the steps that are missing, each once: several steps may share one. */
export function missingEntries({ steps }: GuideWalk): readonly PlannedEntry[] {
  const entries = new Map<string, PlannedEntry>();
  for (const { state, plan } of steps) {
    if (state === 'missing' && plan !== undefined) entries.set(plan.name, plan);
  }
  return [...entries.values()];
}
