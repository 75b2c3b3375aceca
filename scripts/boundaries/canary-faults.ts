import { canaries } from './canaries.ts';
import { checkBoundaries, rules } from './check-boundaries.ts';

/** What is wrong with the rules themselves: a canary ignored, a near miss hit, a rule untested. */
export function findSilentRules(): string[] {
  const untested = rules
    .filter(({ id }) => canaries.every(({ rule }) => rule !== id))
    .map(({ id }) => `${id} has no canary`);
  return [
    ...untested,
    ...canaries.flatMap(({ rule, trips, passes }) => [
      ...Object.entries(trips).flatMap((file) => compare(file, [rule])),
      ...Object.entries(passes).flatMap((file) => compare(file, [])),
    ]),
  ];
}

function compare(file: [path: string, text: string], expected: readonly string[]): string[] {
  const tripped = [...new Set(checkBoundaries(new Map([file])).map(({ rule }) => rule))];
  return tripped.join() === expected.join()
    ? []
    : [`canary ${file[0]} (${file[1]}): expected [${expected}], got [${tripped}]`];
}
