import { variablesOf, withValues } from './filled-region.ts';
import type { Region, Solver } from './region.ts';
import { textsOf, valuesOf } from './region.ts';
import { exactTexts } from './value-set.ts';

/** More ways to fill in variables than are tried. */
const maxWays = 64;

/**
 * Whether a region holds no request though its variables leave that open: none of the values that
 * its own conditions fix them to leaves anything. `false` proves nothing.
 * @throws BudgetExceeded
 */
export function isEmptyForFixedVariables(region: Region, solver: Solver): boolean {
  const ways = variablesOf(region).size > 0 ? fixedWays(region, solver) : undefined;
  return ways?.every((way) => isEmpty(withValues(region, way), solver)) === true;
}

/**
 * Each way to fill in the variables of a region, where its own conditions fix the keys they stand
 * for to a few values.
 */
export function fixedWays(
  region: Region,
  solver: Solver,
): readonly ReadonlyMap<string, string>[] | undefined {
  let ways: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const key of variablesOf(region)) {
    const values = fixedValues(region, key, solver);
    if (values === undefined || ways.length * values.length > maxWays) return undefined;
    ways = ways.flatMap((way) => values.map((value) => new Map([...way, [key, value]])));
  }
  return ways;
}

/** What the key must be one of. */
function fixedValues(region: Region, key: string, solver: Solver): readonly string[] | undefined {
  if (solver.factsOf(key).multivalued) return undefined;
  for (const { absent, quantity, inside, set } of region.keys.get(key) ?? []) {
    if (absent || quantity !== 'some' || !inside || set.family !== 'text') continue;
    if (set.texts.patterns.every(({ exact }) => exact)) return exactTexts(set.texts);
  }
  return undefined;
}

function isEmpty(region: Region | undefined, solver: Solver): boolean {
  if (region === undefined) return true;
  return (
    textsOf(region.resource, solver).kind === 'empty' ||
    [...region.keys].some(([key, literals]) => valuesOf(key, literals, solver).kind === 'empty')
  );
}
