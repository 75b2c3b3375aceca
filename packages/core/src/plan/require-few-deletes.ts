import { RolecallError } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanInput } from './plan-input.ts';
import { undeclared } from './prune.ts';
import type { Leaving } from './surplus.ts';

/**
 * Fails (`PRUNE_REFUSED`) where more is declared no longer than may go at once. What has expired or
 * was moved does not count: its declaration said so when it was reviewed.
 */
export function requireFewDeletes(
  { desired, departing = [], prune, scope }: PlanInput,
  live: LiveIndex,
  leaving: readonly Leaving[],
): void {
  const dropped = leaving.filter(({ why }) => why === undefined);
  if (prune === undefined || dropped.length === 0) return;
  if (desired.length + departing.length === 0 && prune.allowEmpty !== true) {
    throw new RolecallError(
      'PRUNE_REFUSED',
      `The manifest declares nothing, and would delete all ${dropped.length} resources of its scope.`,
      { hint: 'If that is meant, say "prune: { allowEmpty: true }"; else declare them again.' },
    );
  }
  const owned = undeclared(live, new Set(), { scope, ignores: () => false }).length;
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
