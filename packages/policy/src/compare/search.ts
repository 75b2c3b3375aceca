import type { Box } from './box.ts';
import { spend } from './budget.ts';
import {
  contraryOf,
  type Literal,
  literalsOf,
  narrow,
  type Region,
  type Solver,
} from './region.ts';

/** A region that no box touches any more: every request in it is outside all of them. */
export type Visit = (leaf: Region) => 'stop' | 'go on';

/**
 * Visits what is left of a region outside all boxes, in disjoint pieces. A box is left by breaking
 * one of its literals; boxes that leave only one way out are settled first, and those the region
 * does not touch are forgotten. Says which boxes took something away.
 * @throws BudgetExceeded
 */
export function outsideOf(
  region: Region,
  boxes: readonly Box[],
  solver: Solver,
  visit: Visit,
): ReadonlySet<Box> {
  const used = new Set<Box>();
  walk(
    region,
    boxes.map((box) => ({ box, literals: literalsOf(box, solver.everyone) })),
    {
      solver,
      visit,
      used,
    },
  );
  return used;
}

interface Pending {
  readonly box: Box;
  readonly literals: readonly Literal[];
}

interface Walk {
  readonly solver: Solver;
  readonly visit: Visit;
  readonly used: Set<Box>;
}

function walk(start: Region, boxes: readonly Pending[], context: Walk): 'stop' | 'go on' {
  const { solver, visit, used } = context;
  let region = start;
  let pending = boxes;
  while (true) {
    spend(solver.budget, 1);
    const settled = settle(region, pending, solver);
    if (settled.kind === 'covered') {
      used.add(settled.box);
      return 'go on';
    }
    if (settled.kind === 'forced') {
      used.add(settled.box);
      region = settled.region;
      pending = settled.pending;
      continue;
    }
    pending = settled.pending;
    break;
  }
  const next = fewestLiterals(pending);
  if (next === undefined) return visit(region);
  used.add(next.box);
  const others = pending.filter((one) => one !== next);
  let inside = region;
  for (const literal of next.literals) {
    const outside = narrow(inside, contraryOf(literal, solver), solver);
    if (outside !== undefined && walk(outside, others, context) === 'stop') return 'stop';
    const narrowed = narrow(inside, literal, solver);
    if (narrowed === undefined) return 'go on';
    inside = narrowed;
  }
  return 'go on';
}

type Settled =
  | { readonly kind: 'covered'; readonly box: Box }
  | {
      readonly kind: 'forced';
      readonly box: Box;
      readonly region: Region;
      readonly pending: readonly Pending[];
    }
  | { readonly kind: 'open'; readonly pending: readonly Pending[] };

/** Drops literals that hold in the whole region, and boxes the region does not touch. */
function settle(region: Region, boxes: readonly Pending[], solver: Solver): Settled {
  const pending: Pending[] = [];
  for (const [at, one] of boxes.entries()) {
    const literals = openLiterals(region, one.literals, solver);
    if (literals === undefined) continue;
    const [only, second] = literals;
    if (only === undefined) return { kind: 'covered', box: one.box };
    if (second === undefined) {
      const outside = narrow(region, contraryOf(only, solver), solver);
      if (outside === undefined) return { kind: 'covered', box: one.box };
      const rest = [...pending, ...boxes.slice(at + 1)];
      return { kind: 'forced', box: one.box, region: outside, pending: rest };
    }
    pending.push({ box: one.box, literals });
  }
  return { kind: 'open', pending };
}

/** Those the region does not decide; `undefined` when one of them fails in the whole region. */
function openLiterals(region: Region, literals: readonly Literal[], solver: Solver) {
  const open: Literal[] = [];
  for (const literal of literals) {
    if (narrow(region, literal, solver) === undefined) return undefined;
    if (narrow(region, contraryOf(literal, solver), solver) !== undefined) open.push(literal);
  }
  return open;
}

function fewestLiterals(pending: readonly Pending[]): Pending | undefined {
  return pending.reduce<Pending | undefined>(
    (best, one) => (best === undefined || one.literals.length < best.literals.length ? one : best),
    undefined,
  );
}
