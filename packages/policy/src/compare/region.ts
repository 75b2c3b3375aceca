import type { Box, TextLiteral } from './box.ts';
import { textLiteral } from './box.ts';
import { type Budget, spend } from './budget.ts';
import { contrary, type KeyLiteral } from './key-literal.ts';
import { type KeyFacts, type KeySolution, solveKey } from './key-solution.ts';
import { solveTexts, type TextSolution } from './text-set.ts';

/** A set of requests: in each dimension, all literals hold. */
export interface Region {
  readonly principals: bigint;
  readonly action: readonly TextLiteral[];
  readonly resource: readonly TextLiteral[];
  /** By key in lower case. */
  readonly keys: ReadonlyMap<string, readonly KeyLiteral[]>;
}

/** One dimension's demand, to be added to a region. */
export type Literal =
  | { readonly dimension: 'principal'; readonly principals: bigint }
  | { readonly dimension: 'action'; readonly text: TextLiteral }
  | { readonly dimension: 'resource'; readonly text: TextLiteral }
  | { readonly dimension: 'key'; readonly key: KeyLiteral };

/** What a comparison remembers: solved dimensions, by their literals. */
export interface Solver {
  readonly budget: Budget;
  readonly factsOf: (key: string) => KeyFacts;
  readonly texts: Map<string, TextSolution>;
  readonly keys: Map<string, KeySolution>;
  readonly everyone: bigint;
}

export function everything(everyone: bigint): Region {
  return { principals: everyone, action: [], resource: [], keys: new Map() };
}

export function literalsOf(box: Box, everyone: bigint): readonly Literal[] {
  const literals: Literal[] = [{ dimension: 'action', text: box.action }];
  if (box.principals !== everyone)
    literals.push({ dimension: 'principal', principals: box.principals });
  if (box.resource !== undefined) literals.push({ dimension: 'resource', text: box.resource });
  for (const key of box.keys) literals.push({ dimension: 'key', key });
  return literals;
}

/** The region with a literal added; `undefined` when nothing is left. */
export function narrow(region: Region, literal: Literal, solver: Solver): Region | undefined {
  switch (literal.dimension) {
    case 'principal': {
      const principals = region.principals & literal.principals;
      return principals === 0n ? undefined : { ...region, principals };
    }
    case 'action': {
      const action = [...region.action, literal.text];
      return textsOf(action, solver).kind === 'empty' ? undefined : { ...region, action };
    }
    case 'resource': {
      const resource = [...region.resource, literal.text];
      return textsOf(resource, solver).kind === 'empty' ? undefined : { ...region, resource };
    }
    case 'key': {
      const { key } = literal.key;
      spend(solver.budget, region.keys.size / 8);
      const literals = [...(region.keys.get(key) ?? []), literal.key];
      if (valuesOf(key, literals, solver).kind === 'empty') return undefined;
      return { ...region, keys: new Map(region.keys).set(key, literals) };
    }
    default:
      return literal satisfies never;
  }
}

export function contraryOf(literal: Literal, solver: Solver): Literal {
  switch (literal.dimension) {
    case 'principal':
      return { ...literal, principals: solver.everyone & ~literal.principals };
    case 'action':
    case 'resource':
      return { ...literal, text: textLiteral(literal.text.set, !literal.text.inside) };
    case 'key':
      return { ...literal, key: contrary(literal.key) };
    default:
      return literal satisfies never;
  }
}

/** A text all literals hold for. */
export function textsOf(literals: readonly TextLiteral[], solver: Solver): TextSolution {
  const ids = idsOf(literals);
  const known = solver.texts.get(ids);
  if (known !== undefined) return known;
  const found = solveTexts(
    literals.flatMap(({ inside, set }) => (inside ? [set] : [])),
    literals.flatMap(({ inside, set }) => (inside ? [] : [set])),
    solver.budget,
  );
  solver.texts.set(ids, found);
  return found;
}

/** Values of a key all literals hold for. */
export function valuesOf(
  key: string,
  literals: readonly KeyLiteral[],
  solver: Solver,
): KeySolution {
  const ids = idsOf(literals);
  const known = solver.keys.get(ids);
  if (known !== undefined) return known;
  const found = solveKey(literals, solver.factsOf(key), solver.budget);
  solver.keys.set(ids, found);
  return found;
}

function idsOf(literals: readonly { readonly id: string }[]): string {
  return [...new Set(literals.map(({ id }) => id))].sort().join('\n');
}
