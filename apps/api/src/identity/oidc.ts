import { hash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { createBoundedCache } from './bounded-cache.ts';
import type { Identity } from './identity.ts';
import { createIssuerKeys, type IssuerKeys } from './issuer-keys.ts';
import type { OidcIssuer } from './oidc-issuer.ts';
import { readClaims } from './read-claims.ts';
import { maxTokenLength, readToken, requireFitting } from './read-token.ts';
import { IdentityUnavailable, Unauthenticated } from './unauthenticated.ts';

/** A verification costs more than all else of a request. */
const rememberMs = 5 * 60_000;
const rememberTokens = 10_000;

export interface OidcVerifierOptions {
  readonly issuers: readonly OidcIssuer[];
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly now: () => Date;
}

export interface OidcVerifier {
  /**
   * Who a JWT of one of the issuers is about.
   * @throws Unauthenticated; IdentityUnavailable where its issuer has to be asked and does not answer
   */
  verify(token: string): Promise<Identity>;
}

/** Verifies tokens of OpenID Connect issuers. Nothing is fetched before the first token. */
export function createOidcVerifier(options: OidcVerifierOptions): OidcVerifier {
  const { issuers, fetch = globalThis.fetch, now } = options;
  const known = new Map(
    issuers.map((issuer) => [
      issuer.issuer,
      { issuer, keys: createIssuerKeys(issuer, { fetch, now }) },
    ]),
  );
  const verified = createBoundedCache<Identity>({ limit: rememberTokens, now });
  return {
    verify: async (token) => {
      if (token.length > maxTokenLength) throw new Unauthenticated('too-large');
      // The digest, so that whoever sees the memory finds no tokens in it.
      const key = hash('sha256', token, 'base64url');
      const remembered = verified.get(key);
      if (remembered !== undefined) return remembered;
      const unverified = readToken(token);
      const from = known.get(unverified.issuer);
      if (from === undefined) throw new Unauthenticated('issuer');
      requireFitting(unverified, from.issuer);
      const claims = await verifySignature(token, { ...from, now });
      const identity = readClaims(claims, from.issuer);
      const expires = (claims.exp ?? 0) * 1000;
      verified.set(key, identity, Math.min(now().getTime() + rememberMs, expires));
      return identity;
    },
  };
}

async function verifySignature(
  token: string,
  from: { readonly issuer: OidcIssuer; readonly keys: IssuerKeys; readonly now: () => Date },
): Promise<JWTPayload> {
  const { issuer, keys, now } = from;
  const currentDate = now();
  try {
    const { payload } = await jwtVerify(token, (header) => keys.keyFor(header), {
      algorithms: [...issuer.algorithms],
      issuer: issuer.issuer,
      audience: [...issuer.audiences],
      clockTolerance: issuer.clockSkewSeconds,
      currentDate,
    });
    const latest = currentDate.getTime() / 1000 + issuer.clockSkewSeconds;
    if (payload.iat !== undefined && payload.iat > latest) {
      throw new Unauthenticated('not-yet-valid');
    }
    return payload;
  } catch (error) {
    throw error instanceof Unauthenticated || error instanceof IdentityUnavailable
      ? error
      : new Unauthenticated(reasonOf(error), { cause: error });
  }
}

/** What jose says; of what a token can cause, nothing may end in anything but a refusal. */
function reasonOf(error: unknown): Unauthenticated['reason'] {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'ambiguous-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'audience';
    return error.claim === 'nbf' ? 'not-yet-valid' : 'claims';
  }
  return 'malformed';
}
