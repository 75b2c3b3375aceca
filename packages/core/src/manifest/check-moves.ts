import type { Diagnostic } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import { isPrunableType, resourceKey, resourceTypes } from '../model/resource.ts';
import type { DeclaredResource } from './declare-resources.ts';
import type { Departure } from './departure.ts';
import type { Move } from './manifest.ts';

/** What is wrong with the moves, each at its line; names count without case. */
export function checkMoves(
  moved: readonly Move[],
  declared: readonly DeclaredResource[],
): readonly Diagnostic[] {
  const keys = new Set(declared.map(resourceKey));
  const all = moved.map((move) => ({ ...move, fromKey: keyOf(move.from), toKey: keyOf(move.to) }));
  return all.flatMap((move, index): Diagnostic[] => {
    const { from, to, fromKey, toKey, position } = move;
    const fault = (message: string, hint: string): Diagnostic[] => [
      { code: 'MANIFEST_INVALID', message: `moved: ${message}.`, position, hint },
    ];
    if (fromKey === toKey)
      return fault(
        `${from} and ${to} are one name to IAM`,
        'Take the entry out: a new spelling is made by itself, as a replacement.',
      );
    if (typeOf(from) !== typeOf(to))
      return fault(`${from} cannot become ${to}`, 'Both have to be of one type.');
    const next = all.find((other) => other.fromKey === toKey);
    if (next)
      return fault(
        `${from} is moved to ${to}, and ${to} to ${next.to}`,
        next.toKey === fromKey
          ? 'Moves in a circle end nowhere: keep the one that is meant.'
          : `Write what became of each at last: "from: ${from}, to: ${next.to}".`,
      );
    const earlier = all.slice(0, index);
    if (earlier.some((other) => other.fromKey === fromKey))
      return fault(`${from} is moved twice`, 'Keep one of them.');
    if (earlier.some((other) => other.toKey === toKey))
      return fault(`two are moved to ${to}`, 'Keep one of them; let the other one be pruned.');
    if (keys.has(fromKey))
      return fault(
        `${from} is still declared, as ${to} is`,
        'Declare it under its new name only, or take the move out.',
      );
    if (keys.has(toKey)) return [];
    const near = nearestName(to, [...keys]);
    return fault(
      `${to} is not declared`,
      near ? `Did you mean "${near}"?` : 'Declare it as the old one was.',
    );
  });
}

/** The old names, which go once the new ones are there. */
export function departuresOf(moved: readonly Move[]): readonly Departure[] {
  return moved.flatMap(({ from, to, position }): Departure[] => {
    const type = typeOf(from);
    if (type === undefined || !isPrunableType(type)) return [];
    const name = from.slice(type.length + 1);
    return [{ type, name, address: from, position, why: { kind: 'moved', to: keyOf(to) } }];
  });
}

function typeOf(name: string) {
  return resourceTypes.find((type) => name.startsWith(`${type}/`));
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
