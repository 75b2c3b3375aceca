import { createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { JsonRecord } from './json.ts';

export interface OidcProvider {
  /** Of the workflow job; event builders set them. */
  claims: JsonRecord;
  /** For `kid` in the header of every token. */
  readonly keyId: string;
  /** The public key, for whoever wants to verify. */
  publicKey(): ReturnType<typeof createPublicKey>;
  /** A token as GitHub issues one, good for five minutes. */
  issue(audience: string): string;
}

const issuer = 'https://token.actions.githubusercontent.com';

export function createOidcProvider(now: () => Date): OidcProvider {
  const keyId = 'stand-in';
  // Making a key takes a moment; most tests need none.
  let keys: ReturnType<typeof generateKeys> | undefined;
  const keyPair = () => {
    keys ??= generateKeys();
    return keys;
  };
  return {
    claims: {},
    keyId,
    publicKey: () => createPublicKey(keyPair().publicKey),
    issue(audience) {
      const iat = Math.floor(now().getTime() / 1000);
      const times = { iat, nbf: iat - 600, exp: iat + 300 };
      const payload = { jti: randomUUID(), iss: issuer, aud: audience, ...times, ...this.claims };
      const head = { typ: 'JWT', alg: 'RS256', kid: keyId };
      const signed = `${encode(head)}.${encode(payload)}`;
      const signature = sign('RSA-SHA256', Buffer.from(signed), keyPair().privateKey);
      return `${signed}.${signature.toString('base64url')}`;
    },
  };
}

function generateKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
