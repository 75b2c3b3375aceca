import { RolecallError } from '../model/errors.ts';
import {
  isPrunableType,
  isSpecifiedType,
  type ResourceType,
  resourceKey,
} from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { specOf } from './kinds/kinds.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanInput } from './plan-input.ts';
import { isPrunable, undeclared } from './prune.ts';
import type { Leaving } from './surplus.ts';

interface Planned {
  readonly leaving: readonly Leaving[];
  readonly context: Pick<DiffContext, 'scope' | 'ignores'>;
}

/**
 * Fails (`PRUNE_REFUSED`) where more is declared no longer than may go at once. What has expired or
 * was moved does not count: its declaration said so when it was reviewed.
 */
export function requireFewDeletes(
  { desired, prune, scope }: PlanInput,
  live: LiveIndex,
  { leaving, context }: Planned,
): void {
  const dropped = leaving.filter(({ why }) => why === undefined);
  if (prune === undefined || dropped.length === 0) return;
  if (!desired.some(({ type }) => canBePruned(type)) && prune.allowEmpty !== true) {
    throw new RolecallError(
      'PRUNE_REFUSED',
      `The manifest declares nothing that lasts and could be pruned, and would delete all ${dropped.length} resources of its scope.`,
      { hint: 'If that is meant, say "prune: { allowEmpty: true }"; else declare them again.' },
    );
  }
  // What prune never takes would only make a part of the rest look small.
  const owned = undeclared(live, new Set(), context).filter((one) => isPrunable(one, scope)).length;
  const percent = Math.ceil((1000 * dropped.length) / owned) / 10;
  const { maxDeletes, maxDeletePercent = 100 } = prune;
  if (dropped.length <= maxDeletes && percent <= maxDeletePercent) return;
  const names = dropped.map((one) => resourceKey(one.live)).join(', ');
  throw new RolecallError(
    'PRUNE_REFUSED',
    `${dropped.length} of the ${owned} resources of the scope (${percent} %) would be deleted; prune.maxDeletes is ${maxDeletes}, prune.maxDeletePercent ${maxDeletePercent}: ${names}.`,
    { hint: 'Raise the limit for this change, or declare them again.' },
  );
}

function canBePruned(type: ResourceType): boolean {
  return isSpecifiedType(type) ? specOf(type).removal?.isOurs !== undefined : isPrunableType(type);
}
