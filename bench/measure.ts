import { performance } from 'node:perf_hooks';

export interface Measured {
  readonly name: string;
  /** Milliseconds: the median of the runs. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
}

/** Runs each piece of work in turn, round by round, so that all meet the same weather. */
export async function measure(
  rounds: number,
  works: { readonly [name: string]: () => unknown },
): Promise<readonly Measured[]> {
  const times = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([name, each]) => {
    const sorted = each.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    return { name, median: at(0.5), fastest: at(0), slowest: at(1) };
  });
}

/** Prints a table in Markdown; the first row is what the others are compared with. */
export function table(measured: readonly Measured[]): string {
  const base = measured[0]?.median ?? 1;
  const rows = measured.map(
    ({ name, median, fastest, slowest }) =>
      `| ${name} | ${median.toFixed(0)} ms | ${fastest.toFixed(0)}–${slowest.toFixed(0)} ms | ${(median / base).toFixed(2)} |`,
  );
  return ['| work | median | range | ratio |', '|---|---|---|---|', ...rows].join('\n');
}
