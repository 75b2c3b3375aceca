import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxDepth, parseJson } from './parse-json.ts';
import { positionsOf } from './position.ts';
import { printJson } from './print-json.ts';
import type { SyntaxNode } from './syntax-tree.ts';

const seed = { seed: 20261121, numRuns: 500 };

describe('law', () => {
  test('what JSON.parse reads is read, and gives the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const parsed = parseJson(text);
        expect(parsed.ok && valueIn(parsed.tree.root)).toEqual(JSON.parse(text));
      }),
      seed,
    );
  });

  test('what JSON.parse refuses is refused', () => {
    const broken = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '1', '\n', 'é'),
      )
      .map(([text, at, insert]) => {
        const cut = at % (text.length + 1);
        return `${text.slice(0, cut)}${insert}${text.slice(cut + 1)}`;
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(parseJson(text).ok).toBe(isJson(text));
      }),
      { ...seed, numRuns: 3000 },
    );
  });

  test('parsing what was printed gives the same tree, but for the places', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const first = parseJson(text);
        if (!first.ok) throw new Error('fast-check makes JSON');
        const again = parseJson(printJson(first.tree.root));
        expect(again.ok && bare(again.tree.root)).toEqual(bare(first.tree.root));
      }),
      seed,
    );
  });

  test('each node spans the text it was read from', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const parsed = parseJson(text);
        if (!parsed.ok) throw new Error('fast-check makes JSON');
        for (const node of nodesOf(parsed.tree.root))
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(valueIn(node));
      }),
      seed,
    );
  });
});

test.each([
  ['', 0],
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['[1 2]', 3],
  ['"abc', 0],
  ['"a\nb"', 2],
  ['"\\x"', 1],
  ['"\\u12"', 1],
  ['01', 1],
  ['1.', 1],
  ['nul', 0],
  ['{} {}', 3],
  ['// note\n{}', 0],
])('%j is refused at %i', (text, offset) => {
  expect(parseJson(text)).toMatchObject({ ok: false, fault: { offset } });
});

test('keeps repeated keys, the spelling of numbers, and __proto__', () => {
  const text = '{"a": 1.0, "a": 1e400, "__proto__": {"x": 1}}';
  const parsed = parseJson(text);
  expect(parsed.ok && printJson(parsed.tree.root).replace(/\s+/g, ' ')).toBe(
    '{ "a": 1.0, "a": 1e400, "__proto__": { "x": 1 } }',
  );
});

test('a byte order mark is passed over and counted', () => {
  expect(parseJson('\ufeff{}')).toMatchObject({ ok: true, tree: { root: { start: 1, end: 3 } } });
});

test('deep nesting is a fault, not a crash', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(parseJson(deep(maxDepth)).ok).toBe(true);
  expect(parseJson(deep(1_000_000))).toMatchObject({ ok: false, fault: { offset: maxDepth + 1 } });
});

test.each([
  ['a\nb', 2, { line: 2, column: 0, offset: 2 }],
  ['a\r\nb', 3, { line: 2, column: 0, offset: 3 }],
  ['a\rb', 2, { line: 2, column: 0, offset: 2 }],
  ['ab', 2, { line: 1, column: 2, offset: 2 }],
  ['a\n\nb', 1, { line: 1, column: 1, offset: 1 }],
])('in %j offset %i is a place', (text, offset, position) => {
  expect(positionsOf(text)(offset)).toEqual(position);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function valueIn(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, valueIn(value)]));
    case 'array':
      return node.items.map(valueIn);
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      return Number(node.text);
    default:
      return null;
  }
}

function bare(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'object':
      return { members: node.members.map(({ key, value }) => [key.value, bare(value)]) };
    case 'array':
      return node.items.map(bare);
    default:
      return { ...node, start: 0, end: 0 };
  }
}

function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const inner =
    node.kind === 'object'
      ? node.members.flatMap(({ key, value }) => [key, value])
      : node.kind === 'array'
        ? node.items
        : [];
  return [node, ...inner.flatMap(nodesOf)];
}
