import { createOidcVerifier } from '../oidc.ts';
import { IdentityUnavailable, Unauthenticated } from '../unauthenticated.ts';
import { createIssuer, type IssuerKey, issuerConfig, issuerKey, start } from './issuer.fixture.ts';

/** `stranger` is another key under the name of the first. */
export const [first, second, rsa, stranger] = await Promise.all([
  issuerKey('first'),
  issuerKey('second'),
  issuerKey('rsa', 'RS256'),
  issuerKey('first'),
]);

/** A verifier before an issuer that publishes these keys, and a clock to move on. */
export function verifierFor(keys: readonly IssuerKey[], config: object = {}) {
  const { state, fetch } = createIssuer(keys);
  const clock = { now: start };
  const issuers = [issuerConfig(config)];
  const { verify } = createOidcVerifier({ issuers, fetch, now: () => clock.now });
  const later = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  const jwksAsked = () => state.asked.filter((url) => url.endsWith('/jwks')).length;
  return { state, verify, later, jwksAsked };
}

/** `authenticated`, or the code that the client sees and the reason for the log. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Unauthenticated) return `${error.code}: ${error.reason}`;
    if (error instanceof IdentityUnavailable) return error.code;
    throw error;
  }
  return 'authenticated';
}
