import { canaries } from './canaries.ts';
import { checkWorkflows } from './check-workflows.ts';
import type { Known } from './rule.ts';
import { rules } from './rules.ts';

/** What is wrong with the rules themselves: a canary ignored, a near miss hit, a rule untested. */
export function findSilentRules(known: Known): string[] {
  const untested = rules
    .filter(({ id }) => canaries.every(({ rule }) => rule !== id))
    .map(({ id }) => `${id} has no canary`);
  return [
    ...untested,
    ...canaries.flatMap(({ rule, trips, passes }) => [
      ...trips.flatMap((text) => compare(text, { expected: [rule], known })),
      ...passes.flatMap((text) => compare(text, { expected: [], known })),
    ]),
  ];
}

function compare(
  text: string,
  { expected, known }: { expected: readonly string[]; known: Known },
): string[] {
  const faults = checkWorkflows(new Map([['canary.yml', text]]), known);
  const tripped = [...new Set(faults.map(({ rule }) => rule))];
  return tripped.join() === expected.join()
    ? []
    : [`canary\n${text}expected [${expected}], got ${JSON.stringify(faults)}`];
}
