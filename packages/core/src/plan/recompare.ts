import type { DesiredResource, LiveResource } from '../model/resource.ts';
import { diffResource } from './diff-resource.ts';
import { type Operation, type OperationDraft, toOperations } from './operation.ts';
import type { Change } from './plan.ts';
import { isOursByWord, isPrunable, labelOf, type PruneFacts, pruneResource } from './prune.ts';
import { isPrunableResource } from './surplus.ts';

export interface RecompareInput {
  readonly change: Change;
  /** Absent for a delete. */
  readonly desired: DesiredResource | undefined;
  /** The resource as it is at this moment. */
  readonly live: LiveResource | undefined;
  readonly facts: PruneFacts;
}

export type Recompared =
  /** What of the change is still to be done; empty where it is done already. */
  | { readonly operations: readonly Operation[] }
  /** The resource is no longer what the plan was made for. */
  | { readonly moved: string };

/** Plans one change again, against the resource as it is just before it is written. */
export function recompare({ change, desired, live, facts }: RecompareInput): Recompared {
  const drafts = draftsFor({ change, desired, live, facts });
  if (typeof drafts === 'string') return { moved: drafts };
  const operations = toOperations(change.resource, drafts);
  const planned = new Set(change.operations.map(({ id }) => id));
  const strangers = operations.filter(({ id }) => !planned.has(id));
  if (strangers.length === 0) return { operations };
  const facets = [...new Set(strangers.map(({ facet }) => facet || change.resource))];
  return { moved: `It changed since it was planned: ${facets.join(', ')}.` };
}

function draftsFor(input: RecompareInput): readonly OperationDraft[] | string {
  const { change, desired, live, facts } = input;
  if (desired) {
    const difference = diffResource(desired, live, facts.context, facts.holders);
    if (difference.kind === 'conflict') return difference.message;
    return difference.kind === 'none' ? [] : difference.drafts;
  }
  if (live === undefined) return [];
  if (!isPrunableResource(live)) return `${change.resource} cannot be deleted.`;
  const { scope } = facts.context;
  const isOurs = change.departed === undefined ? isPrunable : isOursByWord;
  if (!isOurs(live, scope)) return `${labelOf(live)} is no longer ours.`;
  const pruned = pruneResource(live, facts);
  return pruned.kind === 'conflict' ? pruned.message : pruned.drafts;
}
