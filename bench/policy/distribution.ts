import { performance } from 'node:perf_hooks';

/** Milliseconds, one of each piece of work. */
export interface Distribution {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly total: number;
}

export function distributionOf(times: readonly number[]): Distribution {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  const total = sorted.reduce((sum, time) => sum + time, 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), total };
}

export function timed<T>(work: () => T): { readonly result: T; readonly milliseconds: number } {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

export const distributionHead = ['p50', 'p95', 'p99', 'max', 'total'] as const;

export function distributionCells(distribution: Distribution): readonly string[] {
  return distributionHead.map((name) => formatMilliseconds(distribution[name]));
}

export function formatMilliseconds(time: number): string {
  return time >= 1_000 ? `${(time / 1_000).toFixed(1)} s` : `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

/** How many times as long, of two times. */
export function ratio(time: number, base: number): string {
  return base === 0 ? '–' : `${(time / base).toPrecision(3)}×`;
}

/** `p95 3.20 ms, target below 5.00 ms: met`. */
export function target(name: string, time: number, limit: number): string {
  const verdict = time < limit ? 'met' : 'MISSED';
  return `${name} ${formatMilliseconds(time)}, target below ${formatMilliseconds(limit)}: ${verdict}`;
}

/** A table in Markdown. */
export function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
