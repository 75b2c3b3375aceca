import type { Change } from './plan.ts';

/**
 * The two halves of a move know of each other: the old name goes once the new one is there and all
 * that named the old one has let go of it.
 */
export function joinMoves(
  changes: readonly Change[],
  removals: readonly Change[],
): readonly Change[] {
  const moves = removals.flatMap((removal) =>
    removal.departed?.kind === 'moved' ? [{ removal, to: removal.departed.to }] : [],
  );
  return [
    ...changes.map((change) => {
      const from = moves.find(({ to }) => to === change.resource)?.removal.resource;
      if (from === undefined) return change;
      const warning = `Takes the place of ${from}, which is deleted last.`;
      return { ...change, movedFrom: from, warnings: [warning, ...change.warnings] };
    }),
    ...removals.map((removal) => {
      const to = moves.find((move) => move.removal === removal)?.to;
      if (to === undefined) return removal;
      const before = changes.filter(({ resource, operations }) => {
        return resource === to || operations.some((operation) => letsGo(operation, removal));
      });
      const warnings = [`${to} takes its place.`, ...removal.warnings];
      const dependsOn = before.map(({ resource }) => resource).sort();
      return { ...removal, warnings, dependsOn };
    }),
  ];
}

type Operation = Change['operations'][number];

function letsGo({ facet, before }: Operation, { arn, type, name }: Change): boolean {
  const names = JSON.stringify([facet, before]);
  return (
    names.includes(`${arn}"`) || facet.toLowerCase() === `${facetOf(type)}/${name}`.toLowerCase()
  );
}

function facetOf(type: Change['type']): string {
  return type === 'group' ? 'groups' : type;
}
