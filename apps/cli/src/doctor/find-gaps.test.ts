import { expect, it } from 'vitest';
import { findGaps } from './find-gaps.ts';

const reason = { code: 'ACCESS_DENIED', message: 'AWS denies it.', permission: 'x:List' };
const gap = { status: 'unknown', reason };
const known = { status: 'known', value: [] };

it.each([
  ['a region', { 'us-east-1': gap, 'eu-west-1': known }, ['us-east-1']],
  [
    'a member of an entity',
    [
      { name: 'a', status: gap },
      { name: 'b', status: known },
    ],
    ['status'],
  ],
  ['nothing', { 'us-east-1': known }, []],
  ['a list', [], []],
  ['nothing at all', null, []],
  ['a status of something else', { status: 'unknown', name: 'x' }, []],
])('finds what is unknown: %s', (_name, value, expected) => {
  expect(findGaps(value).map(({ name }) => name)).toEqual(expected);
});
