import { expect, test } from 'vitest';
import { patternParts } from './pattern-text.ts';

const variable = (key: string, fallback?: string) => ({ kind: 'variable', key, fallback });
const text = (value: string) => ({ kind: 'text', text: value });

test.each([
  ['a*b?', [text('a'), { kind: 'any' }, text('b'), { kind: 'one' }]],
  ['${aws:UserName}/x', [variable('aws:username'), text('/x')]],
  ["${aws:PrincipalTag/team, 'none}'}", [variable('aws:principaltag/team', 'none}')]],
  ["${aws:x,''}", [variable('aws:x', '')]],
  ['${*}${?}${$}', [text('*'), text('?'), text('$')]],
  ['${}', [text('${}')]],
  ['${aws:x', [text('${aws:x')]],
  ['${aws:*}', [text('${aws:'), { kind: 'any' }, text('}')]],
  ['$x', [text('$x')]],
])('%s', (pattern, parts) => {
  expect(patternParts(pattern, { variables: true })).toEqual(parts);
});

test('before 2012 a variable is text, and a wildcard in it is one', () => {
  expect(patternParts('${aws:username}', { variables: false })).toEqual([text('${aws:username}')]);
  expect(patternParts('${*}', { variables: false })).toEqual([
    text('${'),
    { kind: 'any' },
    text('}'),
  ]);
});

test('an endless run of openings is read in one go', () => {
  expect(patternParts('${'.repeat(200_000), { variables: true })).toHaveLength(1);
});
