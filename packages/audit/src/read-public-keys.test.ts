import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPublicKeys } from './read-public-keys.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').publicKey;
const pem = (key: KeyObject) =>
  String(key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }));
const { publicKey: curve } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test.each<[string, string, readonly KeyObject[] | undefined]>([
  ['one', pem(publicKey), [publicKey]],
  ['several', `# old\n${pem(publicKey)}\n${pem(other)}`, [publicKey, other]],
  ['a private one', pem(privateKey), [publicKey]],
  ['another kind', pem(curve), undefined],
  ['one of another kind among them', pem(publicKey) + pem(curve), undefined],
  ['nonsense', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', undefined],
  ['nothing', '', undefined],
])('reads %s', (_what, text, expected) => {
  const found = readPublicKeys(text);
  expect(found?.map(pem)).toEqual(expected?.map(pem));
});
