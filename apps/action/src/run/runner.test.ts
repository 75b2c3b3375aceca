import { expect, it } from 'vitest';
import { inert } from './runner.ts';

it.each([
  ['a plain line', 'a plain line'],
  ['::error::no', ': :error::no'],
  ['  ::set-output name=a::b', '  : :set-output name=a::b'],
  ['text ##[error]no', 'text # #[error]no'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/a'],
])('makes %j inert', (line, expected) => {
  expect(inert(line)).toBe(expected);
});
