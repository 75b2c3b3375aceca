const day = 24 * 60 * 60 * 1000;

/**
 * Whole days from `instant` (ISO 8601) to `now`, never negative: clocks differ, and what lies ahead
 * is of today.
 */
export function ageInDays(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / day));
}

/** The latest of several instants (ISO 8601), of which any may be missing. */
export function latest(instants: readonly (string | undefined)[]): string | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

/** `1 day`, `2 days`. */
export function inDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
