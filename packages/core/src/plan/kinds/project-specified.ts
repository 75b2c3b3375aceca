import { isSpecified } from '../../model/resource.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';
import type { Plan } from '../plan.ts';
import { specOf } from './kinds.ts';

/** The parts as the calls of those kinds leave them that say so. */
export function projectSpecified(
  parts: SnapshotParts,
  { changes }: Pick<Plan, 'changes'>,
): SnapshotParts {
  let left = parts;
  for (const { type, operations } of changes.filter(isSpecified)) {
    const { project } = specOf(type);
    if (project === undefined) continue;
    for (const call of operations) left = { ...left, ...project(call, left) };
  }
  return left;
}
