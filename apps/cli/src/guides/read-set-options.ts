import { findBlueprint, type Guide } from '@rolecall/core';
import { readAssignments } from '../blueprints/read-assignments.ts';

/** What --set says, as values of the parameters that the guide's blueprints have. */
export function readSetOptions(
  { steps }: Guide,
  texts: readonly string[] = [],
): { readonly [name: string]: unknown } {
  const parameters = new Map(
    steps.flatMap(({ settled }) =>
      settled.by === 'blueprint'
        ? Object.entries(findBlueprint(settled.use)?.parameters ?? {})
        : [],
    ),
  );
  return readAssignments({
    texts,
    parameters,
    option: '--set',
    whose: 'No blueprint of this guide',
  });
}
