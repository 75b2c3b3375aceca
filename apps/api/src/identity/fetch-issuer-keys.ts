import { createLocalJWKSet, type JWK, type LocalJWKSet } from 'jose';
import { z } from 'zod';
import { type FetchJsonOptions, fetchJson } from './fetch-json.ts';
import { isTrustworthyUrl, type OidcIssuer } from './oidc-issuer.ts';

/** The keys that an issuer signs with at the moment. Fails with whatever stands in the way. */
export async function fetchIssuerKeys(
  issuer: Pick<OidcIssuer, 'issuer' | 'jwksUri'>,
  fetch: FetchJsonOptions['fetch'],
): Promise<LocalJWKSet> {
  const options = { fetch, timeoutMs: 3_000, maxBytes: 256 * 1024 };
  const jwksUri = issuer.jwksUri ?? (await discoverJwksUri(issuer.issuer, options));
  const { keys } = jwksSchema.parse(await fetchJson(jwksUri, options));
  // A symmetric key would be no secret here, and encryption keys sign nothing.
  const signing = keys.filter(({ kty = '', use = 'sig' }) => asymmetric.has(kty) && use === 'sig');
  if (signing.length === 0) throw new Error(`${jwksUri} has no key to verify with.`);
  return createLocalJWKSet({ keys: signing });
}

/** Source: OpenID Connect Discovery 1.0, sections 4.1 and 4.3. */
async function discoverJwksUri(issuer: string, options: FetchJsonOptions): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discoverySchema.parse(await fetchJson(url, options));
  // Otherwise one tenant of a provider could speak for another.
  if (found.issuer !== issuer) throw new Error(`${url} is of another issuer.`);
  if (!isTrustworthyUrl(found.jwks_uri)) throw new Error(`${url} names keys that are not https.`);
  return found.jwks_uri;
}

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string() });

const keySchema = z.looseObject({ kty: z.string(), use: z.string().optional() });
/** What else a key has to have, jose sees when it is used: one bad key leaves the others alone. */
const isKey = (value: unknown): boolean => keySchema.safeParse(value).success;
const jwksSchema = z.object({ keys: z.array(z.custom<JWK>(isKey)).max(100) });

const asymmetric: ReadonlySet<string> = new Set(['RSA', 'EC', 'OKP']);
