import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

it.each([
  ['', ''],
  ['one two', 'one two'],
  ['one two three', 'one two\nthree'],
  ['a\n\nb', 'a\n\nb'],
  ['see https://example.com/long now', 'see\nhttps://example.com/long\nnow'],
])('%j in eight columns', (text, expected) => {
  expect(wrapText(text, 8)).toBe(expected);
});
