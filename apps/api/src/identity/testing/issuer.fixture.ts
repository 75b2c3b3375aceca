import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { type OidcIssuer, oidcIssuerSchema } from '../oidc-issuer.ts';

export const start = new Date('2026-11-21T09:00:00Z');
export const issuerUrl = 'https://id.example.com';
export const audience = 'https://rolecall.example.com';
const jwksUri = 'https://keys.example.com/jwks';

export interface IssuerKey {
  readonly kid: string | undefined;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function issuerKey(kid: string | undefined, alg = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), alg, use: 'sig', ...(kid && { kid }) };
  return { kid, alg, privateKey, jwk };
}

export function issuerConfig(more: object = {}): OidcIssuer {
  return oidcIssuerSchema.parse({
    issuer: issuerUrl,
    audiences: [audience],
    kind: 'person',
    groupsClaim: 'groups',
    ...more,
  });
}

/** An issuer without a network: what it publishes, whether it is up, and what it was asked. */
export function createIssuer(keys: readonly IssuerKey[]) {
  const asked: string[] = [];
  const state = { keys: keys.map(({ jwk }) => jwk), up: true, asked };
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    state.asked.push(url);
    if (!state.up) throw new TypeError('fetch failed');
    if (url === jwksUri) return Response.json({ keys: state.keys });
    if (url === `${issuerUrl}/.well-known/openid-configuration`) {
      return Response.json({ issuer: issuerUrl, jwks_uri: jwksUri });
    }
    return new Response(null, { status: 404 });
  };
  return { state, fetch };
}

export interface TokenParts {
  /** Members that are `undefined` are left out. */
  readonly claims?: { readonly [name: string]: unknown };
  readonly header?: { readonly [name: string]: unknown };
}

/** A token that is right in all but what is told otherwise. */
export async function sign(key: IssuerKey, { claims, header }: TokenParts = {}): Promise<string> {
  const seconds = start.getTime() / 1000;
  const payload: JWTPayload = {
    iss: issuerUrl,
    aud: audience,
    sub: 'ada',
    name: 'Ada Lovelace',
    groups: ['platform'],
    iat: seconds,
    exp: seconds + 600,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, typ: 'JWT', ...(key.kid && { kid: key.kid }), ...header })
    .sign(key.privateKey);
}

/** A token of exactly these texts, signed with the key. */
export async function signText(key: IssuerKey, header: string, payload: string): Promise<string> {
  const signed = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    Buffer.from(signed),
  );
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
