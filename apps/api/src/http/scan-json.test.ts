import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanJson } from './scan-json.ts';

it.each([
  ['{"a":1,"b":{"a":1}}', undefined],
  ['[{"a":1},{"a":1}]', undefined],
  ['{"a":"a","b":["a","a"]}', undefined],
  ['{"a":"}","b":"{\\""}', undefined],
  ['"__proto__"', undefined],
  [`${'['.repeat(64)}${']'.repeat(64)}`, undefined],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'too-deep'],
  ['{"a":1,"b":2,"a" :1}', 'duplicate-key'],
  ['{"x":{"a":1,"\\u0061":1}}', 'duplicate-key'],
  ['{"":1,"":1}', 'duplicate-key'],
  ['{"__proto__":1}', 'prototype-key'],
  ['{"\\u005f_proto__":1}', 'prototype-key'],
  ['["\\u0000"]', 'unstorable-text'],
  ['{"\\udc00":1}', 'unstorable-text'],
  ['"\\ud83d\\ude00"', undefined],
  ['"\\\\u0000"', undefined],
])('%s', (text, fault) => {
  expect(scanJson(text)).toBe(fault);
});

it('finds no fault in what JSON.stringify writes', () => {
  const storable = fc.jsonValue({ maxDepth: 5 }).filter((value) => {
    const text = JSON.stringify(value);
    return !/\\u0000|\\ud[89a-f]|__proto__/i.test(text);
  });
  fc.assert(fc.property(storable, (value) => scanJson(JSON.stringify(value)) === undefined));
});

it('comes to an end with any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'u', '0') }),
      (text) => {
        scanJson(text);
      },
    ),
  );
});
