import { expect, it } from 'vitest';
import { catalogue } from '../../catalogue.ts';
import { meaningStatuses } from './index.ts';

it('speaks of codes of the catalogue only', () => {
  const known = new Set(catalogue().map(({ issueCode }) => issueCode));
  expect([...meaningStatuses.keys()].filter((code) => !known.has(code))).toEqual([]);
  expect(meaningStatuses.size).toBe(45);
});

it('says what each assumption is', () => {
  const silent = [...meaningStatuses].filter(
    ([, { status, note }]) => status !== 'done' && note === undefined,
  );
  expect(silent).toEqual([]);
});
