import { expect, test } from 'vitest';
import { sessionSeconds } from './session-seconds.ts';

test.each([
  ['PT1H', 3600],
  ['PT12H', 43_200],
  ['PT1H30M', 5400],
  ['PT90M', 5400],
  ['PT5S', 5],
  ['P1DT1H', 90_000],
  ['P1D', 86_400],
  ['P', undefined],
  ['PT', undefined],
  ['P1DT', undefined],
  ['1H', undefined],
  ['PT1H!', undefined],
  ['', undefined],
])('%s', (duration, seconds) => {
  expect(sessionSeconds(duration)).toBe(seconds);
});
