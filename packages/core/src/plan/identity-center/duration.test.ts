import { expect, test } from 'vitest';
import { durationSeconds, sessionDurationOf } from './duration.ts';

test.each([
  ['PT1H', 3600],
  ['PT12H', 43_200],
  ['PT90M', 5400],
  ['PT720M', 43_200],
  ['PT1H30M', 5400],
])('%s', (duration, seconds) => {
  expect(durationSeconds(duration)).toBe(seconds);
  expect(durationSeconds(sessionDurationOf(seconds))).toBe(seconds);
});
