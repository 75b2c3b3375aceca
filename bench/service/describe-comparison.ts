import { formatMilliseconds, rows } from '../policy/distribution.ts';
import type { Comparison, Sampled } from './compare-sides.ts';

export interface Goal {
  /** At least this share of the base's requests per second. */
  readonly share: number;
}

export interface Compared extends Goal {
  readonly name: string;
  readonly base: string;
  readonly comparison: Comparison;
}

/** A table of both, and whether the goal was met. */
export function describeComparisons(compared: readonly Compared[]): string {
  const table = rows(
    ['server', 'requests/s', 'p50', 'p99', 'CPU per request', 'failed'],
    compared.flatMap(({ name, base, comparison }) => [
      rowOf(name, comparison.ours),
      rowOf(base, comparison.base),
    ]),
  );
  return [table, compared.map(verdictOf).join('\n')].join('\n\n');
}

function rowOf(name: string, sampled: Sampled): readonly string[] {
  const { perSecond, p50, p99, cpuPerRequest, failed } = sampled;
  return [
    name,
    Math.round(perSecond).toLocaleString('en'),
    formatMilliseconds(p50),
    formatMilliseconds(p99),
    `${cpuPerRequest.toFixed(1)} µs`,
    String(failed),
  ];
}

function verdictOf({ name, base, share, comparison }: Compared): string {
  const { perSecond, cpu } = comparison;
  const verdict = perSecond >= share ? 'met' : 'MISSED';
  return `${name}: ${perSecond.toFixed(2)} of the requests/s of ${base}, target at least ${share.toFixed(2)}: ${verdict}; ${cpu.toFixed(1)} times its CPU`;
}
