import { type ResourceType, resourceKey } from '../../model/resource.ts';
import type { LiveIndex } from '../live-index.ts';
import type { Facets } from '../plan.ts';
import { endedAt } from './ended-at.ts';
import type { Reversal } from './reversals.ts';

export interface Feasible {
  readonly reversals: readonly Reversal[];
  /** What is left out, in words. */
  readonly notes: readonly string[];
}

/**
 * The same without what cannot come back: policies and groups that expired, of those who had them,
 * and people who are gone, of their groups. Anything else that is missing is in the way.
 */
export function withoutMissing(
  reversals: readonly Reversal[],
  live: LiveIndex,
  asOf: string,
): Feasible {
  const ended = new Set(
    reversals
      .filter((one) => live.find(one) === undefined && endedAt(one, asOf) !== undefined)
      .map(resourceKey),
  );
  const isMissing = (type: ResourceType, facet: string) => {
    const named = namedBy(type, facet);
    if (named === undefined) return false;
    if (named.type !== 'identity-center-user') return ended.has(resourceKey(named));
    return live.find(named) === undefined;
  };
  const notes: string[] = [];
  const kept = reversals.map((reversal): Reversal => {
    const { type, name, gone, steps } = reversal;
    const missing = new Set(
      [...Object.keys(gone ?? {}), ...steps.flatMap(restored)].filter((facet) =>
        isMissing(type, facet),
      ),
    );
    if (missing.size === 0) return reversal;
    notes.push(
      ...[...missing].map((facet) => `${type}/${name} does not get ${facet} back: that is gone.`),
    );
    return {
      ...reversal,
      gone: gone && without(gone, missing),
      steps: steps.filter(({ facet }) => !missing.has(facet)),
    };
  });
  return { reversals: kept, notes };
}

function restored({ facet, before }: Reversal['steps'][number]): readonly string[] {
  return before === null ? [] : [facet];
}

function namedBy(type: ResourceType, facet: string) {
  const [kind, ...rest] = facet.split('/');
  const name = rest.at(-1) ?? '';
  if (type === 'identity-center-group' && kind === 'members') {
    return { type: 'identity-center-user', name: rest.join('/') } as const;
  }
  if (type === 'user' && kind === 'groups') return { type: 'group', name } as const;
  const isHolder = type === 'role' || type === 'user' || type === 'group';
  const isOwn = isHolder && kind === 'managedPolicies' && !facet.includes(':iam::aws:');
  return isOwn ? ({ type: 'policy', name } as const) : undefined;
}

function without(facets: Facets, missing: ReadonlySet<string>): Facets {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => !missing.has(facet)));
}
