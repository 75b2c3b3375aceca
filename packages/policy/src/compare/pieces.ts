import { perObject } from '../per-object.ts';
import type { Box, TextLiteral } from './box.ts';
import { textLiteral } from './box.ts';
import { everything, literalsOf, narrow, type Region, type Solver } from './region.ts';
import { textSet } from './text-set.ts';

/**
 * A part of what one side allows: one Allow statement of each layer together, for one pattern of the
 * first one's Action list.
 */
export interface Piece {
  readonly boxes: readonly Box[];
  readonly action: TextLiteral;
}

/** Each combination of the layers' Allow statements, action by action. */
export function* piecesOf(layers: readonly (readonly Box[])[]): Generator<Piece> {
  const [first = [], ...others] = layers;
  for (const box of first) {
    for (const action of splitActions(box.action))
      for (const rest of combine(others)) yield { boxes: [box, ...rest], action };
  }
}

/** The requests of a piece; `undefined` when its statements have none in common. */
export function regionOf({ boxes, action }: Piece, solver: Solver): Region | undefined {
  let region: Region | undefined = everything(solver.everyone);
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  for (const literal of [
    ...literalsOf({ ...first, action }, solver.everyone),
    ...rest.flatMap((box) => literalsOf(box, solver.everyone)),
  ]) {
    region = narrow(region, literal, solver);
    if (region === undefined) return undefined;
  }
  return region;
}

const splitActions = perObject((action: TextLiteral): readonly TextLiteral[] => {
  if (!action.inside || action.set.patterns.length < 2) return [action];
  return action.set.patterns.map((pattern) => textLiteral(textSet('action', [pattern]), true));
});

function* combine(layers: readonly (readonly Box[])[]): Generator<readonly Box[]> {
  const [head, ...tail] = layers;
  if (head === undefined) {
    yield [];
    return;
  }
  for (const box of head) for (const rest of combine(tail)) yield [box, ...rest];
}
