import { resourceKey } from '../../model/resource.ts';
import type { LiveIndex } from '../live-index.ts';
import { assignmentFaults } from './assignment-faults.ts';
import { readKept } from './read-kept.ts';
import type { Reversal } from './reversals.ts';
import { type Now, type WayBack, wayOf } from './way-of.ts';
import { withoutMissing } from './without-missing.ts';

/**
 * What to declare so that everything is as it was before. What is neither as the plan left it nor as
 * it found it is a fault: the way back would take somebody else's work away.
 */
export function wayBack(taken: readonly Reversal[], live: LiveIndex, now: Now): WayBack {
  const { reversals, notes: missing } = withoutMissing(taken, live, now.asOf);
  const ways = reversals.map((reversal) =>
    readKept(resourceKey(reversal), () => wayOf(reversal, live.find(reversal), now)),
  );
  return {
    desired: ways.flatMap(({ desired }) => desired),
    departing: ways.flatMap(({ departing }) => departing),
    notes: [...ways.flatMap(({ notes }) => notes), ...missing],
    faults: [...ways.flatMap(({ faults }) => faults), ...assignmentFaults(reversals, live)],
  };
}
