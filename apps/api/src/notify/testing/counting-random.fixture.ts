import { createHash } from 'node:crypto';
import type { ServiceDeps } from '../../work/service-deps.ts';

/** Bytes that look random and are the same in each run, up to 32 at a time. */
export function countingRandom(): ServiceDeps['random'] {
  let count = 0;
  const next = (size: number): Buffer<ArrayBuffer> => {
    count += 1;
    const digest = createHash('sha256').update(String(count)).digest();
    return Buffer.from(digest.subarray(0, size));
  };
  function random(size: number): Buffer<ArrayBuffer>;
  function random(size: number, callback: (error: Error | null, bytes: Buffer) => void): void;
  function random(size: number, callback?: (error: Error | null, bytes: Buffer) => void) {
    if (callback === undefined) return next(size);
    callback(null, next(size));
  }
  return random;
}
