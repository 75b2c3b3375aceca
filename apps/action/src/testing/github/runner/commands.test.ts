import { expect, it } from 'vitest';
import { parseCommands } from './commands.ts';
import { parseFileCommands } from './parse-file-commands.ts';

it.each([
  ['::error::x', [{ name: 'error', properties: {}, message: 'x' }]],
  [
    '  ::warning file=a%2Cb,title=c%3Ad::%25%0A',
    [{ name: 'warning', properties: { file: 'a,b', title: 'c:d' }, message: '%\n' }],
  ],
  ['a ::error::x', []],
  ['::nonsense::x', []],
  ['text ##[error]x', [{ name: 'error', properties: {}, message: 'x' }]],
  [
    '::stop-commands::t\n::error::x\n::t::\n::notice::y',
    [
      { name: 'stop-commands', properties: {}, message: 't' },
      { name: 'notice', properties: {}, message: 'y' },
    ],
  ],
])('reads commands in %j', (output, commands) => {
  expect(parseCommands(output)).toEqual(commands);
});

it.each([
  ['a=1\nb=x=y\n', { a: '1', b: 'x=y' }],
  ['a<<end\none\n\ntwo=2\nend\nb=\n', { a: 'one\n\ntwo=2', b: '' }],
  ['a=b<<c\n', { a: 'b<<c' }],
])('reads what was written to a file: %j', (text, values) => {
  expect(parseFileCommands(text)).toEqual(values);
});

it.each(['a<<end\nx\n', 'nothing\n', '=x\n'])('refuses %j as the runner does', (text) => {
  expect(() => parseFileCommands(text)).toThrow();
});
