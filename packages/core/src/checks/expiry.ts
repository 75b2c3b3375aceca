import { inDays } from './dates.ts';

const day = 24 * 60 * 60 * 1000;

/** Whether `instant` (ISO 8601) has passed, or will within `days`, and how to say it. */
export function judgeExpiry(
  instant: string,
  { now, days }: { readonly now: Date; readonly days: number },
): { readonly expired: boolean; readonly near: boolean; readonly said: string } {
  const left = Date.parse(instant) - now.getTime();
  const whole = Math.floor(Math.abs(left) / day);
  const expired = left < 0;
  return {
    expired,
    near: !expired && left < days * day,
    said: expired ? `expired ${inDays(whole)} ago` : `expires in ${inDays(whole)}`,
  };
}
