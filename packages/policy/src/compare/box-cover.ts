import { perObject } from '../per-object.ts';
import type { Box, TextLiteral } from './box.ts';
import { type Budget, spend } from './budget.ts';
import type { Pattern } from './pattern.ts';
import { clashes, covers } from './pattern-relations.ts';
import type { Piece } from './pieces.ts';
import { contraryOf, everything, literalsOf, narrow, type Solver } from './region.ts';

/** Quick looks at boxes by their actions, before anything is searched. */
export interface BoxIndex {
  /** A box that allows all of the piece, apart from what is denied; `undefined` proves nothing. */
  coverOf(piece: Piece): Box | undefined;
  /** The boxes whose actions can meet the piece's. */
  meeting(action: TextLiteral): readonly Box[];
}

export function indexBoxes(boxes: readonly Box[], solver: Solver): BoxIndex {
  const entries = boxes.map((box) => ({ box, actions: indexActions(box.action) }));
  const near = nearEntries(entries);
  const within = new Map<Box, Map<Box, boolean>>();
  const restCovers = (outer: Box, inner: Box) => {
    const known = within.get(inner)?.get(outer);
    if (known !== undefined) return known;
    spend(solver.budget, 1);
    const found = coversBesideActions(outer, inner, solver);
    const row = within.get(inner) ?? new Map<Box, boolean>();
    within.set(inner, row.set(outer, found));
    return found;
  };
  return {
    coverOf: ({ boxes: parts, action }) =>
      near(action).find(({ box, actions }) => {
        spend(solver.budget, 1 / 16);
        return actions.covers(action, solver.budget) && parts.some((part) => restCovers(box, part));
      })?.box,
    meeting: (action) =>
      near(action)
        .filter(({ actions }) => {
          spend(solver.budget, 1 / 16);
          return actions.meets(action, solver.budget);
        })
        .map(({ box }) => box),
  };
}

interface Entry {
  readonly box: Box;
  readonly actions: ActionIndex;
}

/** Boxes that an action can meet: for one without wildcards those that list it, or a wildcard. */
function nearEntries(entries: readonly Entry[]): (action: TextLiteral) => readonly Entry[] {
  const listing = new Map<string, Entry[]>();
  const wild: Entry[] = [];
  for (const entry of entries) {
    const { set, inside } = entry.box.action;
    if (!inside || set.patterns.some(({ exact }) => !exact)) {
      wild.push(entry);
      continue;
    }
    for (const pattern of set.patterns) {
      const found = listing.get(keyOf(pattern));
      if (found === undefined) listing.set(keyOf(pattern), [entry]);
      else found.push(entry);
    }
  }
  return ({ set, inside }) => {
    const [only, ...more] = set.patterns;
    if (!inside || only === undefined || more.length > 0 || !only.exact) return entries;
    return [...(listing.get(keyOf(only)) ?? []), ...wild];
  };
}

/** Whether all that `inner` asks beside its actions implies what `outer` asks beside them. */
function coversBesideActions(outer: Box, inner: Box, solver: Solver): boolean {
  if ((inner.principals & ~outer.principals) !== 0n) return false;
  let region = everything(solver.everyone);
  for (const literal of literalsOf(inner, solver.everyone)) {
    if (literal.dimension === 'action') continue;
    const narrowed = narrow(region, literal, solver);
    if (narrowed === undefined) return true;
    region = narrowed;
  }
  return literalsOf(outer, solver.everyone).every(
    (literal) =>
      literal.dimension === 'action' ||
      narrow(region, contraryOf(literal, solver), solver) === undefined,
  );
}

/** Whether `outer` speaks of every request `inner` speaks of; `false` proves nothing. */
export function boxCovers(outer: Box, inner: Box, solver: Solver): boolean {
  spend(solver.budget, 1);
  if (!coversBesideActions(outer, inner, solver)) return false;
  if (outer.action.id === inner.action.id) return true;
  const start = narrow(
    everything(solver.everyone),
    { dimension: 'action', text: inner.action },
    solver,
  );
  if (start === undefined) return true;
  const contrary = contraryOf({ dimension: 'action', text: outer.action }, solver);
  return narrow(start, contrary, solver) === undefined;
}

interface ActionIndex {
  covers(action: TextLiteral, budget: Budget): boolean;
  meets(action: TextLiteral, budget: Budget): boolean;
}

/** Patterns by their text and by the service they name. */
const indexActions = perObject(({ set, inside, id }: TextLiteral): ActionIndex => {
  if (!inside) return { covers: (action) => action.id === id, meets: () => true };
  const texts = new Set(set.patterns.map(keyOf));
  const wild = groupByService(set.patterns.filter(({ exact }) => !exact));
  const all = groupByService(set.patterns);
  return {
    covers: ({ set: { patterns }, inside: positive }, budget) =>
      positive &&
      patterns.every(
        (pattern) =>
          texts.has(keyOf(pattern)) ||
          wild(pattern).some((outer) => covers(outer, pattern, budget)),
      ),
    meets: ({ set: { patterns }, inside: positive }, budget) =>
      !positive ||
      patterns.some((pattern) => {
        if (pattern.exact && texts.has(keyOf(pattern))) return true;
        const candidates = (pattern.exact ? wild : all)(pattern);
        spend(budget, 1 + candidates.length / 32);
        return candidates.some((other) => !clashes(other, pattern));
      }),
  };
});

/** Finds the patterns that may meet one: those of its service, and those with a wildcard there. */
function groupByService(patterns: readonly Pattern[]): (pattern: Pattern) => readonly Pattern[] {
  const byService = Map.groupBy(patterns, serviceOf);
  const anyService = byService.get(undefined) ?? [];
  return (pattern) => {
    const service = serviceOf(pattern);
    if (service === undefined) return patterns;
    const same = byService.get(service) ?? [];
    return anyService.length === 0 ? same : [...anyService, ...same];
  };
}

function keyOf({ text }: Pattern): string {
  return text.toLowerCase();
}

/** The service a pattern names; `undefined` when a wildcard stands in it. */
function serviceOf({ text }: Pattern): string | undefined {
  const [service = ''] = text.split(':', 1);
  return service === text || /[*?]/.test(service) ? undefined : service.toLowerCase();
}

/** Equal for boxes that speak of the same requests in the same words. */
export function boxId({ principals, action, resource, keys }: Box): string {
  return JSON.stringify([
    principals.toString(36),
    action.id,
    resource?.id ?? null,
    keys.map(({ id }) => id).sort(),
  ]);
}
