import { expect, it } from 'vitest';
import { canaries } from './canaries.ts';
import { findSilentRules } from './canary-faults.ts';
import { checkBoundaries, rules } from './check-boundaries.ts';

it.each(canaries)('$rule trips on each planted source, and only it', ({ rule, trips }) => {
  for (const file of Object.entries(trips)) {
    const tripped = new Set(checkBoundaries(new Map([file])).map((fault) => fault.rule));
    expect([...tripped], file.join('\n')).toEqual([rule]);
  }
});

it.each(canaries)('$rule lets near misses pass', ({ passes }) => {
  expect(checkBoundaries(new Map(Object.entries(passes)))).toEqual([]);
});

it('has a canary for every rule', () => {
  expect(new Set(canaries.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ id }) => id)));
  expect(findSilentRules()).toEqual([]);
});

it('points to the line', () => {
  const text = "// a comment\n\nimport { a } from './a.ts';\nimport '@rolecall/aws';\n";
  expect(checkBoundaries(new Map([['packages/core/src/model/b.ts', text]]))).toMatchObject([
    { path: 'packages/core/src/model/b.ts', line: 4, rule: 'package-direction' },
  ]);
});
