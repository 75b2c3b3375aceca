/**
 * How long a lease lasts without a word, when its holder renews it, how far clocks may differ, and
 * for how long a claim counts whose holder has not said so yet. In milliseconds.
 */
export const leaseTimes = {
  lifeMs: 300_000,
  renewBelowMs: 180_000,
  skewMs: 60_000,
  claimMs: 60_000,
  /** What outlasts a run that was killed, with room to ask again. */
  outlastMs: 420_000,
} as const;
