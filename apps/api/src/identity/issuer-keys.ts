import { type CryptoKey, errors, type JWTHeaderParameters, type LocalJWKSet } from 'jose';
import { fetchIssuerKeys } from './fetch-issuer-keys.ts';
import type { OidcIssuer } from './oidc-issuer.ts';
import { IdentityUnavailable } from './unauthenticated.ts';

const minute = 60_000;
/** A key that the issuer took back is refused after that long. */
const freshMs = 10 * minute;
/** How long keys go on where the issuer does not answer. */
const staleMs = 24 * 60 * minute;
/** Whoever sends tokens with made-up key ids causes one request to the issuer in this time. */
const cooldownMs = minute / 2;
/** Without keys nobody gets in, so they are asked for sooner. */
const cooldownWithoutKeysMs = 1_000;

export interface IssuerKeys {
  /**
   * The key that the header of a token names.
   * @throws errors of jose where there is none or more than one; IdentityUnavailable where nobody
   * can tell, since the issuer does not answer
   */
  keyFor(header: JWTHeaderParameters): Promise<CryptoKey>;
}

/** Keeps the keys of an issuer, and asks again when they are old or one is missing. */
export function createIssuerKeys(
  issuer: Pick<OidcIssuer, 'issuer' | 'jwksUri'>,
  { fetch, now }: { readonly fetch: typeof globalThis.fetch; readonly now: () => Date },
): IssuerKeys {
  let held: { readonly keys: LocalJWKSet; readonly at: number } | undefined;
  let asked: { readonly at: number; readonly failure: unknown } | undefined;
  let asking: Promise<void> | undefined;

  const age = (at: number): number => now().getTime() - at;

  const ask = async (): Promise<void> => {
    const at = now().getTime();
    try {
      held = { keys: await fetchIssuerKeys(issuer, fetch), at };
      asked = { at, failure: undefined };
    } catch (failure) {
      asked = { at, failure };
    }
  };

  /** One request at a time, and none in the cooldown after the last one. */
  const refresh = (): Promise<void> => {
    const cooldown = held === undefined ? cooldownWithoutKeysMs : cooldownMs;
    if (asking === undefined && asked !== undefined && age(asked.at) < cooldown) {
      return Promise.resolve();
    }
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  const unavailable = () => new IdentityUnavailable(issuer.issuer, { cause: asked?.failure });

  return {
    keyFor: async (header) => {
      if (held === undefined || age(held.at) >= freshMs) await refresh();
      const before = held;
      if (before === undefined || age(before.at) >= staleMs) throw unavailable();
      try {
        return await before.keys(header);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        await refresh();
        if (held !== undefined && held !== before) return held.keys(header);
        // The issuer may have changed its keys, and could not be asked.
        if (asked?.failure !== undefined) throw unavailable();
        throw error;
      }
    },
  };
}
