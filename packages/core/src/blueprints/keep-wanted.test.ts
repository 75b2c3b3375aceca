import type { Json } from '@rolecall/policy';
import { expect, it } from 'vitest';
import type { ParameterValue } from './blueprint.ts';
import { holds, keepWanted } from './keep-wanted.ts';

const choice = {
  names: new Set(['yes', 'no', 'some', 'empty', 'given', 'missing', 'reading']),
  values: new Map<string, ParameterValue>([
    ['yes', true],
    ['no', false],
    ['some', ['a']],
    ['empty', []],
    ['given', 'x'],
    ['reading', 'role-only'],
  ]),
};

it.each<[string, boolean]>([
  ['yes', true],
  ['!yes', false],
  ['no', false],
  ['!no', true],
  ['some', true],
  ['empty', false],
  ['given', true],
  ['missing', false],
  ['!missing', true],
  ['reading=role-only', true],
  ['reading=administrator', false],
  ['!reading=administrator', true],
])('when %s', (when, expected) => {
  expect(holds(when, choice)).toBe(expected);
});

it.each(['nobody', '', 'a b', '!', 'yes|no'])('refuses when "%s"', (when) => {
  expect(() => holds(when, choice)).toThrow('names no parameter');
});

it.each<[string, Json, Json | undefined]>([
  ['a resource', { a: { when: 'no', x: 1 }, b: { when: 'yes', x: 2 } }, { b: { x: 2 } }],
  [
    'a statement',
    [
      { when: 'no', Sid: 'a' },
      { when: 'yes', Sid: 'b' },
    ],
    [{ Sid: 'b' }],
  ],
  [
    'a value',
    [
      { when: 'yes', value: 'a' },
      { when: 'no', value: 'b' },
    ],
    ['a'],
  ],
  ['a value within a value', { when: 'yes', value: { when: 'no', x: 1 } }, undefined],
  ['an optional key', { boundary: '{{missing}}', name: '{{given}}' }, { name: '{{given}}' }],
  ['an optional member', ['{{missing}}', '{{given}}'], ['{{given}}']],
  ['what it does not know', { a: '{{account}}', b: null }, { a: '{{account}}', b: null }],
])('keeps or drops %s', (_what, template, expected) => {
  expect(keepWanted(template, choice)).toEqual(expected);
});
