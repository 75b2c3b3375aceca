import { count } from './count.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `made 2026-11-21 10:00 UTC, 3 hours before`; AWS makes one at most every four hours. */
export function describeAge(instant: string, now: Date): string {
  const ms = Math.max(0, now.getTime() - Date.parse(instant));
  const at = new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
  return ms < minute ? `made ${at} UTC, just now` : `made ${at} UTC, ${duration(ms)} before`;
}

function duration(ms: number): string {
  if (ms < hour) return count(Math.floor(ms / minute), 'minute');
  if (ms < 2 * day) return count(Math.floor(ms / hour), 'hour');
  return count(Math.floor(ms / day), 'day');
}
