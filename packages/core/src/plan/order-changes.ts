import { type ResourceType, resourceTypes } from '../model/resource.ts';
import type { Change } from './plan.ts';

export type Ordered =
  | { readonly changes: readonly Change[] }
  /** Keys of changes that wait for one another. */
  | { readonly cycle: readonly string[] };

/**
 * Dependencies first, then by type and name, so that one state gives one order; deletes last, and
 * among themselves the other way round.
 */
export function orderChanges(changes: readonly Change[]): Ordered {
  const made = [...changes.filter(({ kind }) => kind !== 'delete')].sort(byTypeAndName);
  const gone = [...changes.filter(({ kind }) => kind === 'delete')].sort(byTypeAndName).reverse();
  const waiting = new Map(made.map((change) => [change.resource, change]));
  const ordered: Change[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ dependsOn }) => !dependsOn.some((key) => waiting.has(key)),
    );
    if (ready.length === 0) return { cycle: [...waiting.keys()] };
    for (const change of ready) {
      ordered.push(change);
      waiting.delete(change.resource);
    }
  }
  return { changes: [...ordered, ...gone] };
}

function byTypeAndName(a: Change, b: Change): number {
  return rank(a.type) - rank(b.type) || (a.resource < b.resource ? -1 : 1);
}

function rank(type: ResourceType): number {
  return resourceTypes.indexOf(type);
}
