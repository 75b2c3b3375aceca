import { expect, it } from 'vitest';
import { createPacer, type Pacer } from './pacer.ts';

const throttled = new Error('Rate exceeded');

interface World {
  readonly pacer: Pacer;
  readonly slept: number[];
  /** The most attempts that were under way at once since it was asked last. */
  readonly peak: () => number;
  readonly attempt: (error?: Error) => Promise<unknown>;
}

/** A clock that moves by sleeping, and attempts that last until the next turn of the loop. */
function openWorld({ askedMs = 0 } = {}): World {
  let time = 0;
  let running = 0;
  let most = 0;
  const slept: number[] = [];
  const pacer = createPacer({
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
    random: () => 0.5,
    throttledFor: (error) => (error === throttled ? askedMs : undefined),
  });
  const attempt = (error?: Error) =>
    pacer
      .pace(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        if (error) throw error;
      })
      .catch(() => undefined);
  return {
    pacer,
    slept,
    peak: () => {
      const seen = most;
      most = 0;
      return seen;
    },
    attempt,
  };
}

it('holds nothing back until a call is throttled', async () => {
  const { attempt, peak, slept } = openWorld();
  await Promise.all(Array.from({ length: 12 }, () => attempt()));
  expect(peak()).toBe(12);
  expect(slept).toEqual([]);
});

it('slows every call down after one that was throttled, and halves them', async () => {
  const { attempt, peak, slept } = openWorld();
  await Promise.all([attempt(throttled), ...Array.from({ length: 7 }, () => attempt())]);
  peak();
  await Promise.all(Array.from({ length: 4 }, () => attempt()));
  expect(peak()).toBe(4);
  // Three quarters of the first pause, by this chance.
  expect(slept[0]).toBe(375);
});

it.each([
  ['as AWS asks', 7_000, 7_000],
  ['no less than its own pause', 10, 375],
])('waits %s', async (_name, askedMs, expected) => {
  const { attempt, slept } = openWorld({ askedMs });
  await attempt(throttled);
  await attempt();
  expect(slept).toEqual([expected]);
});

it('takes one burst for one reason', async () => {
  const { attempt, slept } = openWorld();
  await Promise.all(Array.from({ length: 8 }, () => attempt(throttled)));
  await attempt();
  expect(slept).toEqual([375]);
});

it('waits longer the more often it is throttled, up to twenty seconds', async () => {
  const { attempt, slept } = openWorld();
  for (let round = 0; round < 12; round++) await attempt(throttled);
  expect(slept).toEqual(slept.toSorted((a, b) => a - b));
  expect(slept.at(-1)).toBeLessThanOrEqual(20_000);
  expect(slept.at(-1)).toBeGreaterThan(10_000);
});

it('comes back to full speed', async () => {
  const { attempt, peak, slept } = openWorld();
  await Promise.all(Array.from({ length: 8 }, () => attempt(throttled)));
  for (let round = 0; round < 200; round++) await attempt();
  peak();
  slept.length = 0;
  await Promise.all(Array.from({ length: 12 }, () => attempt()));
  expect(peak()).toBe(12);
  expect(slept).toEqual([]);
});

it('hands the place on after an error', async () => {
  const { attempt, peak } = openWorld();
  await Promise.all(Array.from({ length: 2 }, () => attempt(throttled)));
  await Promise.all(Array.from({ length: 5 }, () => attempt(new Error('no'))));
  expect(peak()).toBe(2);
});
