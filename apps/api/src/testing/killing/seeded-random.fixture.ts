/** Chances that come again under the same seed; the moments they meet do not. */
export interface SeededRandom {
  readonly seed: number;
  /** From 0 to below 1. */
  next(): number;
  between(from: number, below: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** With `ROLECALL_SEED=7` another one than usual; says which, so that a failure can be sought again. */
export function openRandom(title: string): SeededRandom {
  const seed = Number(process.env['ROLECALL_SEED'] ?? 20_261_121);
  console.log(`${title}: ROLECALL_SEED=${seed}`);
  const next = mulberry32(seed);
  const between = (from: number, below: number): number => from + next() * (below - from);
  return {
    seed,
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => {
      const picked = items[Math.floor(between(0, items.length))];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}

/** https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
