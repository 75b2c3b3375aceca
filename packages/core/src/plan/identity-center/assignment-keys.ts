import { assignmentName } from '../../model/kinds/account-assignment.ts';
import { resourceKey } from '../../model/resource.ts';
import type { DiffContext } from '../diff-context.ts';
import { type Setup, setupOf } from './setup.ts';

/** Keys of those assignments that are there and meant. */
export function assignmentKeys(
  { parts }: DiffContext,
  isMeant: (assignment: Setup['assignments'][number]) => boolean,
): readonly string[] {
  return (setupOf(parts)?.assignments ?? [])
    .filter(isMeant)
    .map((one) => resourceKey({ type: 'account-assignment', name: assignmentName(one) }));
}
