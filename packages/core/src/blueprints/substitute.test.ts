import type { Json } from '@rolecall/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuplicateKey, substitute, UnknownPlaceholder } from './substitute.ts';

const values: { readonly [name: string]: Json } = {
  name: 'web',
  other: 'db',
  none: [],
  two: ['a', 'b'],
  three: ['x', 'y', 'z'],
  seconds: 3600,
};
const resolve = (name: string): Json | undefined => values[name];

describe('substitute', () => {
  it.each<[string, Json, Json]>([
    ['a text', 'role-{{name}}-{{ other }}', 'role-web-db'],
    ['a whole text keeps its type', { a: '{{seconds}}', b: '{{two}}' }, { a: 3600, b: ['a', 'b'] }],
    ['a number inside a text', '{{seconds}}s', '3600s'],
    ['a key', { '{{name}}': 1 }, { web: 1 }],
    ['a list among members', ['s', '{{two}}', '{{none}}'], ['s', 'a', 'b']],
    ['a list inside a member', ['{{two}}:*', 'sts:*'], ['a:*', 'b:*', 'sts:*']],
    ['an empty list inside a member', ['{{none}}:*'], []],
    ['each pair', ['{{two}}/{{three}}'], ['a/x', 'a/y', 'a/z', 'b/x', 'b/y', 'b/z']],
    ['nothing else', [null, true, 1, 'plain {x}'], [null, true, 1, 'plain {x}']],
  ])('fills %s', (_what, template, expected) => {
    expect(substitute(template, resolve)).toEqual(expected);
  });

  it.each<[string, Json]>([
    ['a list inside a text that is no member', { a: 'x{{two}}' }],
    ['a list as a key', { '{{two}}': 1 }],
  ])('refuses %s', (_what, template) => {
    expect(() => substitute(template, resolve)).toThrow('takes one value');
  });

  it('names what nobody knows', () => {
    expect(() => substitute(['{{nobody}}'], resolve)).toThrow(UnknownPlaceholder);
  });

  it('never loses one of two keys', () => {
    expect(() => substitute({ '{{name}}': 1, web: 2 }, resolve)).toThrow(DuplicateKey);
  });

  it('never turns a value into structure, nor reads a value again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const template = { Statement: [{ Sid: '{{a}}', Resource: ['x/{{a}}/{{b}}', '{{b}}'] }] };
        expect(substitute(template, (name) => ({ a, b })[name])).toEqual({
          Statement: [{ Sid: a, Resource: [`x/${a}/${b}`, b] }],
        });
      }),
    );
  });
});
