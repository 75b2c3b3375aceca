import { printJson } from '@rolecall/policy';
import { expect, it } from 'vitest';
import { RolecallError } from '../model/errors.ts';
import { findPolicies } from './find-policies.ts';
import { yamlTree } from './yaml-tree.ts';

it.each([
  ['a: 1\nb: [x, "y", true, ~, 1.50]', '{"a":1,"b":["x","y",true,null,1.50]}'],
  ['a: &x {b: c}\nd: *x', '{"a":{"b":"c"},"d":{"b":"c"}}'],
  ['1: 012', '{"1":012}'],
  ['__proto__: {a: b}', '{"__proto__":{"a":"b"}}'],
  ['', 'null'],
])('%j', (text, json) => {
  expect(printJson(yamlTree('f.yaml', text).root).replaceAll(/\s/g, '')).toBe(json);
});

it('keeps the places of the YAML', () => {
  const text = 'policies:\n  x:\n    Statement:\n      Effect: Allow\n';
  const [found] = findPolicies(yamlTree('f.yaml', text));
  expect(found?.address).toBe('policies.x');
  expect(found?.tree.root.start).toBe(text.indexOf('Statement'));
});

it.each([
  ['version: 1\nscope: a\np: {Statement: []}', true],
  ['p: {Statement: []}', false],
  ['version: 1\nscope: a\np: {Version: "2008-10-17", Statement: []}', false],
])('gives policies of a manifest the present version: %j', (text, added) => {
  const [found] = findPolicies(yamlTree('f.yaml', text));
  const root = found?.tree.root;
  const printed = root === undefined ? '' : printJson(root);
  expect(printed.includes('2012-10-17')).toBe(added);
});

it('takes what is known only later for a hole', () => {
  const { root } = yamlTree('t.yaml', 'a: !Sub "x-${y}"');
  expect(root.kind === 'object' && root.members[0]?.value.kind).toBe('hole');
});

const bomb = `${Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`).join('\n')}`;

it.each([['a: ['], ['a: b: c'], [bomb]])('refuses what it cannot read', (text) => {
  expect(() => yamlTree('f.yaml', text)).toThrow(RolecallError);
});
