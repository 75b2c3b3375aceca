import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapLimit } from './map-limit.ts';

const items = Array.from({ length: 20 }, (_, i) => i);

test('keeps the order, with at most four at a time', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimit(items, async (item) => {
    most = Math.max(most, ++running);
    await setImmediate();
    running--;
    return item * 2;
  });
  expect(results).toEqual(items.map((item) => item * 2));
  expect(most).toBe(4);
});

test('starts nothing more after an error', async () => {
  let started = 0;
  const failing = mapLimit(items, async () => {
    started++;
    await setImmediate();
    throw new Error('denied');
  });
  await expect(failing).rejects.toThrow('denied');
  await setImmediate();
  expect(started).toBe(4);
});
