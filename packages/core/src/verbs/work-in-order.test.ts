import { expect, it } from 'vitest';
import type { Waits } from '../plan/waits-of.ts';
import { workInOrder } from './work-in-order.ts';

type Waiting = readonly [after: readonly number[], stage?: number];

/** What was done, as `+0` where piece 0 was begun and `-0` where it was over. */
async function logOf(given: readonly Waiting[], most: number, failing = -1) {
  const waits = given.map(([after, stage = 0]): Waits => ({ after: new Set(after), stage }));
  const log: string[] = [];
  const work = async (index: number) => {
    log.push(`+${index}`);
    await new Promise(setImmediate);
    log.push(`-${index}`);
    if (index === failing) throw new Error('defect');
  };
  const outcome = await workInOrder(waits, most, work).catch((error: Error) => error.message);
  return [...log, ...(outcome === undefined ? [] : [outcome])].join(' ');
}

it.each<[string, readonly Waiting[], number, string]>([
  ['nothing', [], 4, ''],
  ['one at a time', [[[]], [[]]], 1, '+0 -0 +1 -1'],
  ['what is independent together', [[[]], [[]], [[]]], 2, '+0 +1 -0 +2 -1 -2'],
  ['what waits, after it', [[[]], [[0]], [[]]], 4, '+0 +2 -0 +1 -2 -1'],
  ['higher stages later', [[[]], [[]], [[], 3], [[], 5]], 4, '+0 +1 -0 -1 +2 -2 +3 -3'],
])('does %s', async (_name, waits, most, expected) => {
  expect(await logOf(waits, most)).toBe(expected);
});

it('begins nothing after an error, and lets what is under way finish', async () => {
  expect(await logOf([[[]], [[]], [[]]], 2, 0)).toBe('+0 +1 -0 -1 defect');
});
