import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

it.each([
  ['GetObjekt', ['GetObject', 'PutObject'], 'GetObject'],
  ['ssmm', ['s3', 'ssm', 'sns'], 'ssm'],
  ['getobject', ['GetObject'], 'GetObject'],
  ['Fetch', ['GetObject'], undefined],
  ['s', ['s3'], undefined],
  ['', ['a'], undefined],
  ['x'.repeat(100_000), ['x'.repeat(99_999)], undefined],
])('%s', (name, candidates, expected) => {
  expect(nearestName(name, candidates)).toBe(expected);
});
