import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlobSymbol, globMatches, parseGlob } from './glob.ts';

describe('globMatches', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['*', '', true],
    ['*', 'anything/at:all', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', '😀', true],
    ['?', 'ab', false],
    ['a*c', 'ac', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['*a*b*', 'xaxbx', true],
    ['*ab', 'aab', true],
    ['*aab', 'aaaab', true],
    ['a*b*c', 'abcbc', true],
    ['*?', '', false],
    ['*?*?', 'a', false],
    ['*?*?', 'ab', true],
    ['a?*b', 'ab', false],
    ['a?*b', 'axb', true],
    ['[ab]', 'a', false],
    ['a.c', 'abc', false],
    ['\ud800*', '\ud800x', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(globMatches(parseGlob(pattern), text)).toBe(expected);
  });

  it.each([
    ['stars', '*'.repeat(100_000), 'a'.repeat(100_000), true],
    ['stars and letters', '*a'.repeat(50_000), 'a'.repeat(49_999), false],
    ['stars and letters that fit', '*a'.repeat(50_000), 'a'.repeat(100_000), true],
    ['stars and question marks', '*?'.repeat(50_000), 'a'.repeat(100_000), true],
    ['question marks before the end', `*${'?'.repeat(50_000)}b`, 'a'.repeat(100_000), false],
    ['more than the text', '*?'.repeat(100_000), 'a', false],
  ])('is fast with %s', (_name, pattern, text, expected) => {
    const glob = parseGlob(pattern);
    expect(globMatches(glob, text)).toBe(expected);
  });

  it('agrees with the definition', () => {
    const letters = (units: string) => fc.string({ unit: fc.constantFrom(...units), maxLength: 9 });
    fc.assert(
      fc.property(letters('ab*?'), letters('ab'), (pattern, text) => {
        const glob = parseGlob(pattern);
        expect(globMatches(glob, text)).toBe(matchesByDefinition(glob, [...text]));
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

function matchesByDefinition(glob: readonly GlobSymbol[], text: readonly string[]): boolean {
  const [symbol, ...rest] = glob;
  if (symbol === undefined) return text.length === 0;
  if (typeof symbol === 'string')
    return text[0] === symbol && matchesByDefinition(rest, text.slice(1));
  if (symbol.description === '?')
    return text.length > 0 && matchesByDefinition(rest, text.slice(1));
  return Array.from({ length: text.length + 1 }, (_, taken) => text.slice(taken)).some((left) =>
    matchesByDefinition(rest, left),
  );
}
