import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hclBlock, hclList, hclQuoted, hclValue } from './hcl.ts';

describe('hclQuoted', () => {
  it.each<[string, string]>([
    ['plain', '"plain"'],
    ['', '""'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ['line\nbreak\tand\r', '"line\\nbreak\\tand\\r"'],
    ['home/${aws:username}/*', '"home/$${aws:username}/*"'],
    ['%{if x}', '"%%{if x}"'],
    ['$${x}', '"\\u0024$${x}"'],
    ['%$%{x}', '"\\u0025\\u0024%%{x}"'],
    ['$ and % and $$', '"$ and % and $\\u0024"'],
    ['{x}', '"{x}"'],
  ])('%j is written %s', (text, code) => {
    expect(hclQuoted([text]).code).toBe(code);
  });

  it('lets no text begin a template or end the quotes', () => {
    const signs = fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', 'a', '~');
    fc.assert(
      fc.property(fc.array(signs), (text) => {
        const { code } = hclQuoted([text.join('')]);
        const inner = code.slice(1, -1).replace(/\\(?:u[0-9a-f]{4}|.)|\$\$\{|%%\{/g, ' ');
        expect(inner).not.toMatch(/["\\\n]|[$%]\{/);
        // Readers take a doubled sign before a brace for one sign: none may stand in front of it.
        expect(code).not.toMatch(/[$%]{3}\{/);
      }),
      { seed: 20261121 },
    );
  });

  it('keeps references apart from the text around them', () => {
    expect(hclQuoted(['a$', { reference: 'x.y.z' }, '$']).code).toBe('"a\\u0024${x.y.z}\\u0024"');
  });
});

it.each<[unknown, string]>([
  [[], '[]'],
  [['a'], '["a"]'],
  [['a', 1], '[\n  "a",\n  1,\n]'],
  [{}, '{}'],
  [{ 'a:b': true }, '{\n  "a:b" = true\n}'],
  [{ '${x}': ['a', 'b'] }, '{\n  "$${x}" = [\n    "a",\n    "b",\n  ]\n}'],
])('%j is written as it is', (value, code) => {
  expect(hclValue(value, (text) => hclQuoted([text])).code).toBe(code);
});

it('writes blocks without what is not given', () => {
  expect(hclBlock(['data', 'x', 'y'], [])).toBe('data "x" "y" {}');
  const content = [
    ['a', { code: '1' }],
    ['b', undefined],
    ['c', hclList([])],
  ] as const;
  expect(hclBlock(['resource', 'x', 'y'], content)).toBe(
    'resource "x" "y" {\n  a = 1\n  c = []\n}',
  );
});
