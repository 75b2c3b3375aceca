import { canonicalJson, type Json } from '@rolecall/policy';
import type { DiffContext } from '../diff-context.ts';
import { comparedFacets } from '../live-facets.ts';
import type { Facets } from '../plan.ts';
import { membersOf } from './members-of.ts';
import type { FacetStep, Undo } from './undo/undo.ts';

export type Reverted =
  | { readonly facets: Facets }
  /** Facets that are neither as the plan left them nor as it found them. */
  | { readonly moved: readonly string[] };

/** The facets as they were before the steps, if nobody else has changed these since. */
export function revertFacets(
  live: Facets,
  steps: readonly FacetStep[],
  isSame: SameFacet,
): Reverted {
  const byFacet = Map.groupBy(steps.flatMap(singleTags), ({ facet }) => facet);
  const now = withTags(live);
  const reverted = new Map(Object.entries(now));
  const moved: string[] = [];
  for (const [facet, taken] of byFacet) {
    const first = taken[0]?.before ?? null;
    const known = [first, ...taken.map(({ after }) => after)];
    const found = now[facet] ?? null;
    if (!known.some((value) => isSame(facet, found, value))) moved.push(facet);
    else if (first === null) reverted.delete(facet);
    else reverted.set(facet, first);
  }
  return moved.length > 0 ? { moved } : { facets: tagsTogether(reverted, 'tags' in live) };
}

/** Whether two values of a facet mean the same. */
export type SameFacet = (facet: string, one: Json, other: Json) => boolean;

export function sameFacet(
  { compared = (_, value) => value }: Pick<Undo<never>, 'compared'>,
  context: DiffContext,
): SameFacet {
  return (facet, ...values) => {
    const [a, b] = values.map((value) =>
      value === null
        ? null
        : (comparedFacets({ [facet]: compared(facet, value) }, context)[facet] ?? null),
    );
    return canonicalJson(a ?? null) === canonicalJson(b ?? null);
  };
}

const tagPrefix = 'tags/';

/** Tags are set and removed some at a time: each is a facet of its own here. */
function singleTags(step: FacetStep): readonly FacetStep[] {
  if (step.facet !== 'tags') return [step];
  const [before, after] = [membersOf(step.before), membersOf(step.after)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => ({
    facet: `${tagPrefix}${key}`,
    before: before[key] ?? null,
    after: after[key] ?? null,
  }));
}

function withTags({ tags = {}, ...rest }: Facets): Facets {
  const single = Object.entries(membersOf(tags)).map(([key, value]) => [
    `${tagPrefix}${key}`,
    value,
  ]);
  return { ...rest, ...Object.fromEntries(single) };
}

/** Groups have none. */
function tagsTogether(facets: ReadonlyMap<string, Json>, hasTags: boolean): Facets {
  const all = [...facets];
  const isTag = ([facet]: readonly [string, Json]) => facet.startsWith(tagPrefix);
  const tags = all.filter(isTag).map(([facet, value]) => [facet.slice(tagPrefix.length), value]);
  return {
    ...Object.fromEntries(all.filter((one) => !isTag(one))),
    ...(hasTags ? { tags: Object.fromEntries(tags) } : {}),
  };
}
