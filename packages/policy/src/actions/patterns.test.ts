import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../wildcard.ts';
import { glob } from './glob.ts';
import { patternsMeet } from './patterns-meet.ts';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });

describe('glob', () => {
  it('matches as patterns of policies do', () => {
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(glob(one).matches(other)).toBe(matchesPattern(one, other));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe('patternsMeet', () => {
  it.each([
    ['role/*', 'role/*', true],
    ['rolle/x', 'role/*', false],
    ['*', '', true],
    ['?', '', false],
    ['a*', '*b', true],
    ['a?', '?b', true],
    ['a', 'b', false],
    ['', '', true],
    ['*x*', '*y*', true],
    ['a*c', 'a?', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(patternsMeet(one, other)).toBe(expected);
  });

  it('is true for patterns that share a text, and is symmetric', () => {
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, shared) => {
        const meet = patternsMeet(one, other);
        expect(patternsMeet(other, one)).toBe(meet);
        if (matchesPattern(one, shared) && matchesPattern(other, shared)) expect(meet).toBe(true);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('agrees with a search through all short texts', () => {
    const texts = [''];
    for (let at = 0; texts.length < 500; at++) texts.push(`${texts[at]}a`, `${texts[at]}b`);
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 });
    fc.assert(
      fc.property(short, short, (one, other) => {
        const some = texts.some((it) => matchesPattern(one, it) && matchesPattern(other, it));
        expect(patternsMeet(one, other)).toBe(some);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
