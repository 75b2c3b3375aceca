import { setTimeout as delay } from 'node:timers/promises';

/** Holds the calls of one account back, all of them together. */
export interface Pacer {
  /** Makes one attempt when its turn has come. */
  pace<T>(attempt: () => Promise<T>): Promise<T>;
}

export interface PacerOptions {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How long AWS asks to wait where an error is one of throttling; else `undefined`. */
  readonly throttledFor: (error: unknown) => number | undefined;
}

const firstPauseMs = 500;
const longestPauseMs = 20_000;
const firstGapMs = 50;
const longestGapMs = 2_000;
/** Several calls are throttled by one and the same burst; that is one reason to slow down. */
const sameBurstMs = 1_000;

/**
 * Nothing waits until AWS throttles a call. Then every call does: so many at once as were under way
 * are halved, a pause comes, and between two calls a gap, each longer the more often it happens.
 * With every answer the number grows by one in a round, and the gap shrinks. IAM throttles by
 * account and action and publishes no numbers, so that they are found out this way.
 */
export function createPacer({ now, sleep, random, throttledFor }: PacerOptions): Pacer {
  const waiting: (() => void)[] = [];
  let running = 0;
  let most = Number.POSITIVE_INFINITY;
  let gapMs = 0;
  let pauses = 0;
  let nextAt = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;

  const admit = (): void => {
    while (running < Math.max(1, Math.floor(most))) {
      const next = waiting.shift();
      if (next === undefined) return;
      running += 1;
      next();
    }
  };
  const slowDown = (askedMs: number): void => {
    const at = now();
    if (at - slowedAt >= sameBurstMs) {
      slowedAt = at;
      most = Math.max(1, Math.min(most, running) / 2);
      gapMs = Math.min(longestGapMs, Math.max(firstGapMs, gapMs * 2));
      pauses += 1;
    }
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** (pauses - 1));
    // Never less than AWS asks for; the jitter keeps several processes apart.
    nextAt = Math.max(nextAt, at + Math.max(askedMs, longest * (0.5 + random() / 2)));
  };
  const speedUp = (): void => {
    if (slowedAt === Number.NEGATIVE_INFINITY) return;
    most += 1 / most;
    gapMs = gapMs < 5 ? 0 : gapMs * 0.95;
    pauses = Math.max(0, pauses - 0.1);
  };

  return {
    pace: async (attempt) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        admit();
      });
      try {
        const startAt = Math.max(now(), nextAt);
        nextAt = startAt + gapMs;
        if (startAt > now()) await sleep(startAt - now());
        const answer = await attempt();
        speedUp();
        return answer;
      } catch (error) {
        const askedMs = throttledFor(error);
        if (askedMs !== undefined) slowDown(askedMs);
        throw error;
      } finally {
        running -= 1;
        admit();
      }
    },
  };
}

/** What the world has for pacing, but for the errors. */
export const realTime = {
  now: () => performance.now(),
  sleep: (ms: number) => delay(ms),
  random: Math.random,
} as const;
