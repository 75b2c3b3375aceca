import { blueprintOfStep, findBlueprint, type Guide } from '@rolecall/core';
import { readAssignments } from '../blueprints/read-assignments.ts';

/** What --set says, as values of the parameters that the guide's blueprints have. */
export function readSetOptions(
  { steps }: Guide,
  texts: readonly string[] = [],
): { readonly [name: string]: unknown } {
  const parameters = new Map(
    steps.flatMap(({ settled }) => {
      const use = blueprintOfStep(settled);
      return use === undefined ? [] : Object.entries(findBlueprint(use)?.parameters ?? {});
    }),
  );
  return readAssignments({
    texts,
    parameters,
    option: '--set',
    whose: 'No blueprint of this guide',
  });
}
