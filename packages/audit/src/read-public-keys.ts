import { createPublicKey, type KeyObject } from 'node:crypto';

const block = /-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g;

/**
 * The keys of Ed25519 in a text in PEM, of which several may stand one after the other: after a
 * rotation heads name the old one. Undefined where one of them is something else. A private key
 * serves too, by the public one in it.
 */
export function readPublicKeys(text: string): readonly KeyObject[] | undefined {
  const keys = [...text.matchAll(block)].map(([pem]) => keyOf(pem));
  const known = keys.filter((key) => key?.asymmetricKeyType === 'ed25519');
  const found = known.filter((key) => key !== undefined);
  return found.length > 0 && found.length === keys.length ? found : undefined;
}

function keyOf(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
