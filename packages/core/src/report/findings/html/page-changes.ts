import type { RunComparison } from '../compare/compare-runs.ts';

export type PageChange = 'new' | 'changed' | 'still-open';

/** Id of a finding → what became of it since the run before. */
export function changesOf(compared: RunComparison | undefined): ReadonlyMap<string, PageChange> {
  if (compared === undefined) return new Map();
  return new Map<string, PageChange>([
    ...compared.stillOpen.map(({ id }) => [id, 'still-open'] as const),
    ...compared.changed.map(({ after }) => [after.id, 'changed'] as const),
    ...compared.new.map(({ id }) => [id, 'new'] as const),
  ]);
}

/** What was open before is the rule, and needs no badge. */
export function describeBadge(change: PageChange | undefined): string | undefined {
  switch (change) {
    case 'new':
      return 'New';
    case 'changed':
      return 'Changed';
    case 'still-open':
    case undefined:
      return undefined;
    default:
      return change satisfies never;
  }
}
