import type { Instant } from '../account/entities.ts';

/** Seconds since 1970, as services of JSON write times. */
export function epoch(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
