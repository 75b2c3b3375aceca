import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

test.each([
  [[], []],
  [['a\nb'], ['a', 'b']],
  [
    ['a', 'b\n', '\nc', '\n'],
    ['ab', '', 'c'],
  ],
  [['a\u2028b\r\n\u2029'], ['a\u2028b\r', '\u2029']],
])('%j', async (pieces, lines) => {
  const found: string[] = [];
  for await (const line of splitLines(pieces)) found.push(line);
  expect(found).toEqual(lines);
});
