import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { signHead, verifyHead } from './sign-head.ts';

const old = generateKeyPairSync('ed25519');
const current = generateKeyPairSync('ed25519');
const head = signHead(
  { sequence: 3, hash: 'a'.repeat(64) },
  { key: old.privateKey, at: '2026-11-21T10:00:00.000Z' },
);

test('holds under the key that signed it, after a rotation too', () => {
  expect(verifyHead(head, [current.publicKey, old.publicKey])).toBe(true);
});

test.each([
  ['another key', head, [current.publicKey]],
  ['no key', head, []],
  ['another sequence', { ...head, sequence: 4 }, [old.publicKey]],
  ['another hash', { ...head, hash: 'b'.repeat(64) }, [old.publicKey]],
  ['another time', { ...head, at: '2027-11-21T10:00:00.000Z' }, [old.publicKey]],
  ['no signature', { ...head, signature: '' }, [old.publicKey]],
])('does not hold with %s', (_what, changed, keys) => {
  expect(verifyHead(changed, keys)).toBe(false);
});
