import type { Waits } from '../plan/waits-of.ts';

/**
 * Does pieces of work, at most so many at once, the earliest of those that need not wait first.
 * After an error none is begun; it is thrown once those under way are over.
 */
export function workInOrder(
  waits: readonly Waits[],
  most: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  const pending = new Set(waits.keys());
  const over = new Set<number>();
  const leftOfStage = new Map<number, number>();
  for (const { stage } of waits) leftOfStage.set(stage, (leftOfStage.get(stage) ?? 0) + 1);
  let running = 0;
  let failure: { readonly error: unknown } | undefined;

  const nextReady = (): number | undefined => {
    const lowest = Math.min(...leftOfStage.keys());
    for (const index of pending) {
      const { after, stage } = waits[index] ?? { after: [], stage: lowest };
      if (stage === lowest && [...after].every((each) => over.has(each))) return index;
    }
    return undefined;
  };
  const settle = (index: number): void => {
    running -= 1;
    over.add(index);
    const stage = waits[index]?.stage ?? 0;
    const left = (leftOfStage.get(stage) ?? 1) - 1;
    if (left === 0) leftOfStage.delete(stage);
    else leftOfStage.set(stage, left);
  };
  return new Promise((resolve, reject) => {
    const go = (): void => {
      while (running < most && failure === undefined) {
        const index = nextReady();
        if (index === undefined) break;
        pending.delete(index);
        running += 1;
        work(index)
          .catch((error: unknown) => {
            failure ??= { error };
          })
          .finally(() => {
            settle(index);
            go();
          });
      }
      if (running > 0) return;
      if (failure) reject(failure.error);
      else resolve();
    };
    go();
  });
}
