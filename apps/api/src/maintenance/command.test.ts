import { expect, test } from 'vitest';
import { readCommand } from './command.ts';

test.each([
  [[], { kind: 'serve' }],
  [['migrate'], { kind: 'migrate' }],
  [['reseal'], { kind: 'reseal' }],
  [['verify-audit', 'heads.log'], { kind: 'verify-audit', headsFile: 'heads.log' }],
  [['dead-letters'], { kind: 'dead-letters', step: 'list', ids: [] }],
  [['dead-letters', 'redrive', 'all'], { kind: 'dead-letters', step: 'redrive', ids: ['all'] }],
  [
    ['dead-letters', 'discard', 'a', 'b'],
    { kind: 'dead-letters', step: 'discard', ids: ['a', 'b'] },
  ],
  [['dead-letters', 'redrive'], undefined],
  [['dead-letters', 'drop', 'all'], undefined],
  [['verify-audit'], undefined],
  [['migrate', 'now'], undefined],
  [['verify-audit', 'a', 'b'], undefined],
  [['--help'], undefined],
])('%j', (args, command) => {
  expect(readCommand(args)).toEqual(command);
});
