import type { Unknown, UnknownReason } from '@rolecall/core';

/** What could not be read of a part that is known. */
export interface Gap {
  /** The region, or the member of an entity. */
  readonly name: string;
  readonly reason: UnknownReason;
}

/** Regions, and members of entities, that are unknown within a part that is known. */
export function findGaps(value: unknown, depth = deepest): readonly Gap[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]): readonly Gap[] =>
    isUnknown(member) ? [{ name, reason: member.reason }] : findGaps(member, depth - 1),
  );
}

/** A part, its list, a member of it: deeper down are policies and the like, which are no parts. */
const deepest = 3;

function isUnknown(value: unknown): value is Unknown {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    value.status === 'unknown' &&
    'reason' in value &&
    typeof value.reason === 'object'
  );
}
