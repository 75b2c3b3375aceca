import { type AccessDiff, diffEffectiveAccess } from '@rolecall/policy';
import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import { comparedSides } from '../compared-sides.ts';

/** With what a principal that stays may newly do and no longer do, also where it only loses. */
export function withChanges<T extends Omit<PrincipalComparison, 'aspect'>>(compared: T): T {
  return { ...compared, diff: changesOf(compared) };
}

function changesOf(compared: Omit<PrincipalComparison, 'aspect'>): AccessDiff | undefined {
  const { diff, change, result, sources } = compared;
  if (diff !== undefined) return diff;
  if (change !== 'kept' || result.verdict !== 'none') return undefined;
  const { old, next } = comparedSides(compared);
  return diffEffectiveAccess(
    { layers: layersOf(sources.old, old.boundary) },
    { layers: layersOf(sources.new, next.boundary) },
    { budget: listBudget },
  );
}

/** Whether something goes and nothing comes. */
export function isLess(diff: AccessDiff | undefined): boolean {
  return diff !== undefined && diff.newly.lines.length === 0 && diff.noLonger.lines.length > 0;
}

/** Steps; the list is there to be read, no verdict rests on it. */
const listBudget = 50_000;

function layersOf(
  sources: PrincipalComparison['sources']['old'],
  boundary: number | undefined,
): readonly (readonly PrincipalComparison['sources']['old'][number][])[] {
  const limit = boundary === undefined ? undefined : sources[boundary];
  return limit === undefined ? [sources] : [sources.slice(0, boundary), [limit]];
}
