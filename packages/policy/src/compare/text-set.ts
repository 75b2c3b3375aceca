import type { Budget } from './budget.ts';
import { spend } from './budget.ts';
import { any, type Pattern, patternOf, splitDefaults, widen } from './pattern.ts';
import { clashes, covers } from './pattern-relations.ts';
import { findWord, type Machine } from './word-search.ts';

/** All texts that one of the patterns matches. Two sets with the same `id` are the same. */
export interface TextSet {
  readonly id: string;
  readonly patterns: readonly Pattern[];
  readonly symbolic: boolean;
}

export function textSet(kind: string, patterns: readonly Pattern[]): TextSet {
  const texts = [...new Set(patterns.map(({ text }) => text))].sort();
  return {
    id: `${kind}${JSON.stringify(texts)}`,
    patterns,
    symbolic: patterns.some((pattern) => pattern.symbolic),
  };
}

const everyText: Pattern = patternOf('*', [any], false);

/** A text that is in all of `inside` and none of `outside`. */
export type TextSolution =
  | { readonly kind: 'empty' }
  /** `exact: false`: variables were in the way; there may be no such text for any of their values. */
  | { readonly kind: 'text'; readonly text: string; readonly exact: boolean };

const empty: TextSolution = { kind: 'empty' };

/**
 * "Empty" is certain for all values of variables: a set that holds variables is widened where the
 * text has to be inside, and where it has to be outside it only counts if it covers, variable by
 * variable, a pattern the text was chosen from.
 * @throws BudgetExceeded
 */
export function solveTexts(
  inside: readonly TextSet[],
  outside: readonly TextSet[],
  budget: Budget,
): TextSolution {
  if (inside.some((set) => outside.some(({ id }) => id === set.id))) return empty;
  const forbidden = outside.flatMap(({ patterns }) => patterns);
  const pivots = inside.filter((set) => set.symbolic);
  const plain = inside.filter((set) => !set.symbolic);
  const smallest = plain.toSorted((a, b) => a.patterns.length - b.patterns.length)[0];
  const first: readonly TextSet[] = pivots.length > 0 ? pivots : smallest ? [smallest] : [];
  const rest = plain.filter((set) => !first.includes(set));
  const choices =
    first.length > 0
      ? first.map(({ patterns }) => patterns.flatMap((pattern) => splitDefaults(pattern)))
      : [[everyText]];
  let inexact: TextSolution = empty;
  for (const chosen of combinations(choices)) {
    const found = solveChosen(chosen, rest, forbidden, budget);
    if (found.kind === 'text' && found.exact) return found;
    if (found.kind === 'text') inexact = found;
  }
  return inexact;
}

/** A text that all `chosen` match, one of each of `rest`, and none of `forbidden`. */
function solveChosen(
  chosen: readonly Pattern[],
  rest: readonly TextSet[],
  forbidden: readonly Pattern[],
  budget: Budget,
): TextSolution {
  spend(budget, 1 + forbidden.length / 16);
  const relevant: Pattern[] = [];
  let exact = !chosen.some(({ symbolic }) => symbolic);
  for (const pattern of forbidden) {
    const wide = widen(pattern);
    if (chosen.some((one) => clashes(wide, widen(one)))) continue;
    if (chosen.some((one) => covers(pattern, one, budget))) return empty;
    if (pattern.symbolic) exact = false;
    else relevant.push(pattern);
  }
  const machines: Machine[] = chosen.map((one) => ({ patterns: [widen(one)], forbidden: false }));
  for (const { patterns } of rest) {
    const possible = patterns.filter(
      (pattern) => !chosen.some((one) => clashes(pattern, widen(one))),
    );
    spend(budget, patterns.length / 16);
    if (possible.length === 0) return empty;
    const [only] = chosen;
    if (only !== undefined && possible.some((pattern) => covers(pattern, widen(only), budget)))
      continue;
    machines.push({ patterns: possible, forbidden: false });
  }
  if (relevant.length > 0) machines.push({ patterns: relevant, forbidden: true });
  const text = findWord(machines, budget);
  return text === undefined ? empty : { kind: 'text', text, exact };
}

function* combinations<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [head, ...tail] = choices;
  if (head === undefined) {
    yield [];
    return;
  }
  for (const item of head) for (const others of combinations(tail)) yield [item, ...others];
}
