import { expect, it } from 'vitest';
import { checkResourcePairs, checkSoundness } from './testing/soundness.fixture.ts';

it('grants nothing where it says so, whatever the unknowns become', () => {
  expect(checkSoundness({ numRuns: 30, seed: 20260101 })).toBeGreaterThan(5);
});

it('knows which unknown resources lie within which', () => {
  expect(checkResourcePairs({ every: 41 })).toBeGreaterThan(1);
});
