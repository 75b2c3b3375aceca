import { expect, it } from 'vitest';
import { checkResourcePairs, checkSoundness } from './testing/soundness.fixture.ts';

it('grants nothing where it says so, whatever the unknowns become, many times', () => {
  expect(checkSoundness({ numRuns: 600, seed: 7 })).toBeGreaterThan(60);
}, 600_000);

it('knows which unknown resources lie within which', () => {
  expect(checkResourcePairs({ every: 3 })).toBeGreaterThan(30);
}, 600_000);
