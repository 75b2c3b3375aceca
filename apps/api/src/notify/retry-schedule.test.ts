import { describe, expect, it } from 'vitest';
import { retryWait } from './retry-schedule.ts';

const minutes = (count: number) => count * 60_000;

describe('when a delivery is tried again', () => {
  it.each([
    [1, 5_000],
    [2, minutes(5)],
    [3, minutes(30)],
    [4, minutes(120)],
    [5, minutes(300)],
    [6, minutes(600)],
    [7, minutes(840)],
    [8, minutes(1200)],
    [9, minutes(1440)],
    [10, undefined],
    [0, undefined],
  ])('after %d attempts: %d ms', (attempts, wait) => {
    expect(retryWait(attempts, 0)).toBe(wait);
  });

  it('waits up to a tenth longer', () => {
    expect(retryWait(1, 0.5)).toBe(5_250);
    expect(retryWait(1, 0.999_999)).toBe(5_500);
  });

  it.each([
    [1, minutes(10), minutes(10)],
    [3, minutes(10), minutes(30)],
    [1, minutes(1e6), minutes(1440)],
    [10, minutes(10), undefined],
  ])('after %d attempts, asked to wait %d ms: %d ms', (attempts, asked, wait) => {
    expect(retryWait(attempts, 0, asked)).toBe(wait);
  });
});
