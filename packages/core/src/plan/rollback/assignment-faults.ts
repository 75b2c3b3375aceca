import type { Diagnostic } from '../../model/errors.ts';
import { isOwned } from '../../model/ownership.ts';
import { resourceKey } from '../../model/resource.ts';
import type { LiveIndex } from '../live-index.ts';
import type { Reversal } from './reversals.ts';
import { leaveOut } from './way-of.ts';

/** Keys of the permission sets of the scope that are there: what they were assigned may come back. */
export function standingSets(live: LiveIndex, scope: string): ReadonlySet<string> {
  const ours = live.all('permission-set').filter((set) => isOwned(set, scope));
  return new Set(ours.map(resourceKey));
}

/**
 * An assignment names whom it is for, and a name may be another's by now: who has it must be the one
 * from whom the plan took it. Where the plan deleted that one too, the way back makes another.
 */
export function assignmentFaults(
  reversals: readonly Reversal[],
  live: LiveIndex,
): readonly Diagnostic[] {
  const deleted = new Set(
    reversals.filter(({ gone, isLost }) => gone !== undefined || isLost).map(resourceKey),
  );
  return reversals.flatMap((reversal): readonly Diagnostic[] => {
    const { type, name, gone, principalId } = reversal;
    if (type !== 'account-assignment' || gone === undefined || principalId === undefined) return [];
    if (live.find(reversal) !== undefined) return [];
    const principal = {
      type: gone.principalType === 'GROUP' ? 'identity-center-group' : 'identity-center-user',
      name: String(gone.principal),
    } as const;
    const found = live.find(principal);
    if (found === undefined || deleted.has(resourceKey(principal))) return [];
    if ('id' in found && found.id === principalId) return [];
    const message = `${type}/${name} was for another than who is called ${principal.name} now.`;
    return [{ code: 'PLAN_CHANGED', message, hint: leaveOut }];
  });
}
