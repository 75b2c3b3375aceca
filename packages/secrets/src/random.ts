/** Random bytes, from a generator fit for keys; tests give their own. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * A number from 0 to `bound` − 1, each as likely as any other: bytes beyond the last whole multiple
 * of `bound` are thrown away rather than folded. `bound` is at most 256.
 */
export function randomBelow(bound: number, random: RandomBytes): number {
  const limit = 256 - (256 % bound);
  for (;;) {
    const [byte] = random(1);
    if (byte === undefined) throw new RangeError('The random generator gave nothing.');
    if (byte < limit) return byte % bound;
  }
}
