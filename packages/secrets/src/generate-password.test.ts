import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePassword } from './generate-password.ts';
import { awsDefaultRules, passwordFaults } from './password-rules.ts';
import { randomBelow } from './random.ts';

/** A generator with a seed (mulberry32): the same bytes in every run. */
function seeded(seed: number) {
  let state = seed;
  return (count: number) =>
    Uint8Array.from({ length: count }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) & 255;
    });
}

describe('generatePassword', () => {
  it('fits the rules of any account, and all four classes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 6, max: 128 }), (seed, minimumLength) => {
        const rules = { ...awsDefaultRules, minimumLength };
        const password = generatePassword({ rules, avoid: ['ada'], random: seeded(seed) }).reveal();
        expect(passwordFaults(password, rules, ['ada'])).toEqual([]);
        expect(password).toMatch(/^[A-Za-z0-9][!-~]*$/);
        expect(password).not.toMatch(/[0Oo1lI|'"`,;\\ ]/);
        expect(password).toHaveLength(Math.max(24, minimumLength));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('throws away what holds the name of the user, and never mends it', () => {
    // Of all that can be drawn a third is "a": some passwords hold "aaa", and none comes out.
    const rules = awsDefaultRules;
    const avoid = ['aaa', 'bbb'];
    for (let seed = 0; seed < 50; seed += 1) {
      const password = generatePassword({ rules, avoid, random: seeded(seed) }).reveal();
      expect(password.toLowerCase()).not.toMatch(/aaa|bbb/);
    }
  });

  it.each([2, 3, 76, 100, 256])('draws from %d as likely each', (bound) => {
    // Every byte once: what is kept falls evenly.
    let next = 0;
    const all = () => Uint8Array.of(next++ % 256);
    const kept = 256 - (256 % bound);
    const counts = new Map<number, number>();
    for (let i = 0; i < kept; i += 1) {
      const drawn = randomBelow(bound, all);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(bound);
    expect(new Set(counts.values())).toEqual(new Set([kept / bound]));
  });
});

describe('passwordFaults', () => {
  const cases: readonly [string, string, number][] = [
    ['fits', 'Xy7!aaaaaaaaaaaa', 0],
    ['is short', 'Xy7!a', 1],
    ['is long', `Xy7!${'a'.repeat(125)}`, 1],
    ['has one class', 'aaaaaaaaaaaa', 3],
    ['holds the user', 'Xy7!aliceAAAA', 1],
    ['holds what IAM does not take', 'Xy7!aaaaaaa→', 1],
  ];
  it.each(cases)('%s', (_, password, count) => {
    expect(passwordFaults(password, awsDefaultRules, ['Alice'])).toHaveLength(count);
  });
});
