import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, patternCovers } from './wildcard.ts';

describe('matchesPattern', () => {
  it.each([
    ['*', '', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:Get?bject', 's3:Getbject', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['?', '*', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it('agrees with a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', ':', '*', '?');
    const pattern = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 8 }).map((p) => p.join(''));
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        const expression = p.replaceAll('*', '.*').replaceAll('?', '.');
        expect(matchesPattern(p, t)).toBe(new RegExp(`^${expression}$`, 's').test(t));
      }),
    );
  });
});

describe('patternCovers', () => {
  it.each([
    ['*', 's3:*', true],
    ['*:*', '*:*', true],
    ['s3:*', '*', false],
    ['?', '*', false],
    ['*', '?', true],
    ['a?', 'a*', false],
    ['arn:*', 'arn:*:*:*:*:*', true],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(patternCovers(outer, inner)).toBe(expected);
  });

  it('covers nothing that it does not match', () => {
    const piece = fc.constantFrom('a', 'b', '*', '?');
    const pattern = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 }).map((p) => p.join(''));
    fc.assert(
      fc.property(pattern, pattern, text, (outer, inner, t) => {
        if (patternCovers(outer, inner) && matchesPattern(inner, t)) {
          expect(matchesPattern(outer, t)).toBe(true);
        }
      }),
      { numRuns: 2000, seed: 20261121 },
    );
  });
});
