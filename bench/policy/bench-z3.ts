import type { ComparedPair } from './bench-compare.ts';
import { distributionOf, formatMilliseconds, ratio, rows } from './distribution.ts';
import { sample } from './sample.ts';
import { hasConditions, smtOfPair } from './smt-pair.ts';
import { runZ3, type Z3Answer } from './z3.ts';

const limits = { perFormula: 2_000, forAll: 45_000 };
const pairsOfEach = 75;

interface AskedPair extends ComparedPair {
  readonly smt: string;
  readonly group: string;
}
type AnsweredPair = AskedPair & { readonly z3: Z3Answer };

/**
 * A sample of the pairs beside z3. Where there are conditions, each is a Boolean to z3 that stands
 * for itself: its "sat" may then be a request that no context can bring about, its "unsat" may not.
 */
export function benchZ3(pairs: readonly ComparedPair[]): string {
  const asked = samplePairs(pairs);
  const run = runZ3(
    asked.map(({ smt }) => smt),
    limits,
  );
  if (!run.ok) return `Beside z3: left out, ${run.reason}`;
  const { version, loading, answers } = run.value;
  const answered = asked.flatMap((pair, index) => {
    const z3 = answers[index];
    return z3 === undefined ? [] : [{ ...pair, z3 }];
  });
  const groups = [...Map.groupBy(answered, ({ group }) => group), ['all', answered] as const];
  const disagreements = answered.filter(isDecided).filter((pair) => !agrees(pair));
  return [
    `Beside ${version}, at most ${limits.perFormula / 1_000} s a pair; its loading (${formatMilliseconds(loading)}) is not counted. ` +
      `Asked ${answered.length} of ${asked.length} pairs in ${limits.forAll / 1_000} s`,
    rows(
      [
        'pairs',
        'asked',
        'z3 decided',
        'agree: none',
        'agree: grants',
        'z3 p50',
        'z3 p95',
        'ours p50',
        'ours p95',
        'p50 to ours',
        'p95 to ours',
      ],
      groups.map(([group, of]) => rowOf(group, of)),
    ),
    [
      `disagreements ${disagreements.length}, target 0: ${disagreements.length === 0 ? 'met' : 'MISSED'}`,
      ...disagreements.map(
        ({ name, kind, comparison, z3 }) =>
          `  ${name}, ${kind}: ours ${comparison.verdict}, z3 ${z3.answer}`,
      ),
    ].join('\n'),
  ].join('\n\n');
}

function samplePairs(pairs: readonly ComparedPair[]): readonly AskedPair[] {
  const withConditions = pairs.filter(({ old, next }) => hasConditions(old) || hasConditions(next));
  const without = pairs.filter(({ old, next }) => !hasConditions(old) && !hasConditions(next));
  const ask = (group: string, of: readonly ComparedPair[]) =>
    sample(of, pairsOfEach).flatMap((pair) => {
      const smt = smtOfPair(pair.old, pair.next);
      return smt === undefined ? [] : [{ ...pair, smt, group }];
    });
  // In turn, so that neither goes without when the time is over.
  const groups = [
    ask('without conditions', without),
    ask('conditions as Booleans', withConditions),
  ];
  return Array.from({ length: pairsOfEach }, (_, index) =>
    groups.flatMap((group) => group.slice(index, index + 1)),
  ).flat();
}

function rowOf(group: string, pairs: readonly AnsweredPair[]): readonly string[] {
  const decided = pairs.filter(isDecided);
  const theirs = distributionOf(pairs.map(({ z3 }) => z3.milliseconds));
  const ours = distributionOf(pairs.map(({ milliseconds }) => milliseconds));
  return [
    group,
    String(pairs.length),
    String(decided.length),
    ...['none', 'grants'].map((verdict) => countAgreed(decided, verdict)),
    ...[theirs.p50, theirs.p95, ours.p50, ours.p95].map(formatMilliseconds),
    ratio(theirs.p50, ours.p50),
    ratio(theirs.p95, ours.p95),
  ];
}

function countAgreed(pairs: readonly AnsweredPair[], verdict: string): string {
  const agreed = pairs.filter(agrees);
  return String(agreed.filter(({ comparison }) => comparison.verdict === verdict).length);
}

function isDecided({ z3 }: AnsweredPair): boolean {
  return z3.answer === 'sat' || z3.answer === 'unsat';
}

function agrees({ z3, comparison }: AnsweredPair): boolean {
  return comparison.verdict === (z3.answer === 'sat' ? 'grants' : 'none');
}
