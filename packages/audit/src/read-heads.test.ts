import { expect, test } from 'vitest';
import { readHeads } from './read-heads.ts';

const head = { sequence: 3, hash: 'a', at: 'b', keyId: 'c', signature: 'd' };
const next = { ...head, sequence: 4 };

test.each<[string, string, readonly object[]]>([
  ['bare', JSON.stringify(head, null, 2), [head]],
  ['in an export', JSON.stringify({ signedHead: head }), [head]],
  ['in an answer', JSON.stringify({ intact: true, broken: null, head }), [head]],
  ['in a webhook', JSON.stringify({ type: 'audit.head', data: { state: null, head } }), [head]],
  [
    'in a log',
    `{"level":30,"msg":"x"}\nplain\n${JSON.stringify({ level: 30, auditHead: head })}\n${JSON.stringify(next)}`,
    [head, next],
  ],
  ['with a member that is not signed', JSON.stringify({ ...head, more: 1 }), []],
  ['without a signature', JSON.stringify({ sequence: 3, hash: 'a' }), []],
  ['nowhere', '', []],
])('reads heads %s', (_where, text, heads) => {
  expect(readHeads(text)).toEqual(heads);
});
