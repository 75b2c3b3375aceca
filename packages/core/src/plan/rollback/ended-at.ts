import { expiryTag } from '../../model/ownership.ts';
import { membersOf } from './members-of.ts';
import type { Reversal } from './reversals.ts';

/** Instant at which it had its end, if that has come; not told of what is there for good. */
export function endedAt({ gone, endedAt: known }: Reversal, asOf: string): string | undefined {
  const said = membersOf(gone?.tags)[expiryTag];
  const end = typeof said === 'string' ? said : known;
  return end !== undefined && Date.parse(end) <= Date.parse(asOf) ? end : undefined;
}
