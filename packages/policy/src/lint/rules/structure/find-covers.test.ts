import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../wildcard.ts';
import { findCovers } from './find-covers.ts';

describe('findCovers', () => {
  it.each([
    [['a*', 'ab', 'b'], [[0, 1]]],
    [['ab', 'b', 'a*'], [[0, 2]]],
    [['ab', 'ab'], [[0, 1]]],
    [['a**', 'a*'], [[0, 1]]],
    [['a*', 'ab*', 'abc', 'abc'], [[0, 1, 2, 3]]],
    [
      ['Get*', '*Object', 'GetObject'],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [['a?', 'ab', 'a*'], [[0, 1, 2]]],
    [['a?', 'a*b'], []],
    [['arn:aws:s3:::x-*', 'arn:aws:s3:::x-*/*'], [[0, 1]]],
    [['[a]*', '[a]b', 'ab'], [[0, 1]]],
    [['*', '*', '?'], [[0, 1, 2]]],
    [['a', 'b'], []],
    [[], []],
  ])('%j', (patterns, expected) => {
    expect(findCovers(patterns).map(({ members }) => members)).toEqual(expected);
  });

  it('groups only what one member covers, and all texts that some member covers', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 5 }),
        fc.array(text, { maxLength: 3 }),
        (...lists) => {
          const [patterns, texts] = lists;
          const all = [...patterns, ...texts];
          const groups = findCovers(all).map(({ members }) => members);
          texts.forEach((plain, offset) => {
            const index = patterns.length + offset;
            const isCovered = patterns.some((outer) => matchesPattern(outer, plain));
            if (isCovered) expect(groups.some((group) => group.includes(index))).toBe(true);
          });
          for (const group of groups) {
            const members = group.map((index) => all[index] ?? '');
            const plain = members.filter((member) => !/[*?]/.test(member));
            expect(
              members.some((outer) => plain.every((inner) => matchesPattern(outer, inner))),
            ).toBe(true);
          }
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it.each([
    ['distinct actions', 1_500, (index: number) => `svc:Action${index}`],
    ['wildcards with a text before them', 100_000, (index: number) => `svc:Action${index}*x`],
    ['wildcards on both sides', 100_000, (index: number) => `*${index}*`],
    ['stars only', 100_000, (index: number) => '*'.repeat(index % 7)],
    ['one text with many stars', 2, (index: number) => `${'*a'.repeat(50_000)}${index}`],
  ])('reads %s in good time', (_name, count, patternAt) => {
    const patterns = Array.from({ length: count }, (_, index) => patternAt(index));
    expect(findCovers(patterns).length).toBeLessThanOrEqual(count);
  });
});
