import { type Budget, spend } from './budget.ts';
import { solveTexts, type TextSet } from './text-set.ts';
import { matchesText } from './word-search.ts';

/** A text, and which of the sets it is in. */
export interface TextCell {
  readonly text: string;
  readonly sets: readonly TextSet[];
}

/**
 * One text of each kind that the sets tell apart, among those in all of `inside` and none of `outside`; one
 * of `samples` where it is of the kind. The sets hold no variables.
 * @throws BudgetExceeded
 */
export function textCells(
  universe: {
    readonly inside: readonly TextSet[];
    readonly outside: readonly TextSet[];
    readonly samples: readonly string[];
  },
  sets: readonly TextSet[],
  budget: Budget,
): readonly TextCell[] {
  const { inside, outside, samples } = universe;
  const fits = ({ holding, lacking }: Kind, text: string) =>
    [...inside, ...holding].every((set) => isIn(set, text, budget)) &&
    ![...outside, ...lacking].some((set) => isIn(set, text, budget));
  const cellOf = (kind: Kind): readonly Cell[] => {
    const sample = samples.find((text) => fits(kind, text));
    if (sample !== undefined) return [{ ...kind, text: sample }];
    // The narrowest sets first: most have nothing in common.
    const all = [...kind.holding.toReversed(), ...inside];
    const found = solveTexts(all, [...outside, ...kind.lacking], budget);
    return found.kind === 'text' ? [{ ...kind, text: found.text }] : [];
  };
  let cells = cellOf({ holding: [], lacking: [] });
  for (const set of sets)
    cells = cells.flatMap((cell) => {
      const holding = { ...cell, holding: [...cell.holding, set] };
      const lacking = { ...cell, lacking: [...cell.lacking, set] };
      // The text at hand is on one of the sides.
      return isIn(set, cell.text, budget)
        ? [holding, ...cellOf(lacking)]
        : [lacking, ...cellOf(holding)];
    });
  return cells.map(({ text, holding }) => ({ text, sets: holding }));
}

interface Kind {
  readonly holding: readonly TextSet[];
  readonly lacking: readonly TextSet[];
}

interface Cell extends Kind {
  readonly text: string;
}

export function isIn({ patterns }: TextSet, text: string, budget: Budget): boolean {
  spend(budget, 1 + patterns.length / 16);
  return patterns.some((pattern) => matchesText(pattern, text));
}
