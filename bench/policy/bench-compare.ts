import { type AccessComparison, compareAccess } from '@rolecall/policy';
import {
  distributionCells,
  distributionHead,
  distributionOf,
  rows,
  target,
  timed,
} from './distribution.ts';
import type { PolicyPair } from './policy-pairs.ts';

export interface ComparedPair extends PolicyPair {
  readonly comparison: AccessComparison;
  readonly milliseconds: number;
}

const verdicts = ['none', 'grants', 'undecided'] as const;
const shownUndecided = 10;

export function comparePairs(pairs: readonly PolicyPair[]): readonly ComparedPair[] {
  return pairs.map((pair) => {
    const { result, milliseconds } = timed(() => compareAccess(pair.old, pair.next));
    return { ...pair, comparison: result, milliseconds };
  });
}

/** Times and verdicts of all pairs, by kind and together. */
export function reportComparisons(pairs: readonly ComparedPair[]): string {
  const byKind = Map.groupBy(pairs, ({ kind }) => kind);
  const all = distributionOf(pairs.map(({ milliseconds }) => milliseconds));
  const undecided = pairs.filter(({ comparison }) => comparison.verdict === 'undecided');
  return [
    'Comparing each of them with itself and with edited copies',
    rows(
      ['new differs from old by', 'pairs', ...verdicts, ...distributionHead],
      [...byKind, ['all', pairs] as const].map(([kind, of]) => rowOf(kind, of)),
    ),
    [
      target('p95', all.p95, 10),
      target('p99', all.p99, 50),
      `undecided ${undecided.length}, target 0: ${undecided.length === 0 ? 'met' : 'MISSED'}`,
      ...undecided.slice(0, shownUndecided).map(describeUndecided),
    ].join('\n'),
  ].join('\n\n');
}

function rowOf(kind: string, pairs: readonly ComparedPair[]): readonly string[] {
  const count = (verdict: string) =>
    String(pairs.filter(({ comparison }) => comparison.verdict === verdict).length);
  const times = distributionOf(pairs.map(({ milliseconds }) => milliseconds));
  return [kind, String(pairs.length), ...verdicts.map(count), ...distributionCells(times)];
}

function describeUndecided({ name, kind, comparison }: ComparedPair): string {
  const reason = comparison.verdict === 'undecided' ? comparison.reason.kind : '';
  return `  ${name}, ${kind}: ${reason}`;
}
