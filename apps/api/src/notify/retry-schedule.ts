const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits after the first, the second … attempt. Source: Standard Webhooks. */
const retryWaits: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Up to a tenth more, so that what failed together does not come again together. */
const jitter = 0.1;

const longestWait = 24 * hour;

/**
 * Milliseconds to wait after so many attempts; undefined when there is no point any more.
 *
 * @param random From 0 to below 1.
 * @param notBefore Milliseconds that the other side asked for; more than a day is not listened to.
 */
export function retryWait(attempts: number, random: number, notBefore = 0): number | undefined {
  const wait = retryWaits[attempts - 1];
  if (wait === undefined) return undefined;
  const least = Math.max(wait, Math.min(notBefore, longestWait));
  return Math.round(least * (1 + jitter * random));
}
