import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

it.each([
  ['', { width: 10 }, ['']],
  ['one two three', { width: 7 }, ['one two', 'three']],
  ['one two three', { width: 9, indent: 2 }, ['  one two', '  three']],
  ['one two three', { width: 9, lead: '→ ' }, ['→ one two', '  three']],
  ['one two three', { width: 9, lead: '→ ', hanging: 4 }, ['→ one two', '    three']],
  [
    'an arn:aws:iam::111122223333:role/x ends',
    { width: 8 },
    ['an', 'arn:aws:iam::111122223333:role/x', 'ends'],
  ],
  ['line\nbreaks\tare  blanks', { width: 80 }, ['line breaks are blanks']],
  ['red\u001b[31m text\u202e', { width: 80 }, ['red\\u{1b}[31m text\\u{202e}']],
])('%j %j', (text, options, lines) => {
  expect(wrapText(text, options)).toEqual(lines);
});

it('paints the lines and not their margins', () => {
  const paint = (text: string) => `<${text}>`;
  expect(wrapText('one two', { width: 5, indent: 2, paint })).toEqual(['  <one>', '  <two>']);
});
