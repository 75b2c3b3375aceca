import type { Json } from '@rolecall/policy';
import type { SourcePosition } from '../model/errors.ts';
import { isSettledBeforehand } from './narrow-plan.ts';
import type { Change, Conflict, Plan } from './plan.ts';

/**
 * - `missing`: declared, and not there
 * - `changed`: there, and otherwise than declared
 * - `unmarked`: declared to be taken over, and not ours yet
 * - `undeclared`: ours, and declared no longer
 * - `expired`: ours, and past its end
 * - `moved`: ours, under a name that is to go
 */
export type DriftKind = 'missing' | 'changed' | 'unmarked' | 'undeclared' | 'expired' | 'moved';

/** One facet that is otherwise than declared; `null` means that there is none. */
export interface DriftedFacet {
  readonly facet: string;
  readonly declared: Json;
  readonly found: Json;
}

export interface DriftedResource {
  readonly kind: DriftKind;
  readonly resource: string;
  readonly type: Change['type'];
  readonly name: string;
  readonly arn: string;
  readonly address: string;
  readonly position: SourcePosition | undefined;
  /** Whether a repair may do it without anybody's word: it is enforced, or has expired. */
  readonly repairable: boolean;
  readonly facets: readonly DriftedFacet[];
}

/** Where an account is not as declared, by resource. */
export interface Drift {
  readonly planId: string;
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly drifted: readonly DriftedResource[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
}

/** What a plan tells of an account, told from the side of the account. Pure. */
export function driftOf(plan: Plan): Drift {
  const { planId, scope, account, partition, conflicts, notes } = plan;
  const drifted = plan.changes.map((change): DriftedResource => {
    const { resource, type, name, arn, address, position, operations } = change;
    return {
      kind: kindOf(change),
      ...{ resource, type, name, arn, address, position },
      repairable: isSettledBeforehand(change),
      facets: operations.map(({ facet, before, after }) => ({
        facet,
        declared: after,
        found: before,
      })),
    };
  });
  return { planId, scope, account, partition, drifted, conflicts, notes };
}

function kindOf({ kind, declared, departed }: Change): DriftKind {
  switch (kind) {
    case 'create':
      return 'missing';
    case 'update':
      return declared === null ? goneKind(departed) : 'changed';
    case 'replace':
      return 'changed';
    case 'adopt':
      return 'unmarked';
    case 'delete':
      return goneKind(departed);
    default:
      return kind satisfies never;
  }
}

function goneKind(departed: Change['departed']): DriftKind {
  return departed === undefined || departed.kind === 'rolled-back' ? 'undeclared' : departed.kind;
}
