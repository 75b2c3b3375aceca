import { expect, it } from 'vitest';
import { describeStart } from './describe-start.ts';

const token = `rc_${'x'.repeat(76)}`;
const started = {
  url: 'http://127.0.0.1:8080',
  config: {
    trial: true,
    database: {
      kind: 'pglite',
      folder: './data',
      migrateAtStart: true,
      production: false,
      allowInProduction: false,
    },
  },
} as const;
const people = [
  { name: 'Ana (trial)', may: 'asks for roles and administers the service', token },
  { name: 'Ben (trial)', may: 'approves what Ana asks for, and reads everything', token },
];

it.each([
  ['the first time', people],
  ['later', []],
])('fits a terminal of 80 columns, but for the header of curl: %s', (_, trialTokens) => {
  const lines = describeStart({ ...started, trialTokens }).split('\n');
  const long = lines.filter((line) => line.length > 80);
  expect(long.filter((line) => !line.startsWith('curl -H '))).toEqual([]);
  expect(lines.length).toBeGreaterThan(4);
});
