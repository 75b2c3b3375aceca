import { expect, test } from 'vitest';
import { matchesFilterPattern } from './match-filter-pattern.ts';

const event = { a: 'x', b: { c: 'long value', n: 5, yes: true, nothing: null } };

test.each([
  ['{ $.a = "x" }', true],
  ['{$.a=x}', true],
  ['{ $.a = y || $.b.c = "long value" }', true],
  ['{ $.a = y || $.a = x && $.b.n = 6 }', false],
  ['{ ($.a = y || $.a = x) && $.b.n = 5 }', true],
  ['{ $.b.c = "long*" }', true],
  ['{ $.b.c != "long*" }', false],
  ['{ $.missing != x }', false],
  ['{ $.missing NOT EXISTS }', true],
  ['{ $.a NOT EXISTS }', false],
  ['{ $.b.yes IS TRUE && $.b.nothing IS NULL }', true],
  ['{ $.a = %^x$% }', true],
  ['{ $.a = %(x+)+$% }', false],
  ['{ $.a = x', false],
  ['{ $.a = x ) }', false],
  ['{ $.a ~ x }', false],
  ['x', false],
])('%s', (pattern, matches) => {
  expect(matchesFilterPattern(pattern, event)).toBe(matches);
});
