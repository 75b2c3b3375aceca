import { type ApiTokenVerifier, isApiToken } from './api-tokens.ts';
import { type Caller, callerOf } from './caller.ts';
import type { Identity } from './identity.ts';
import type { OidcVerifier } from './oidc.ts';
import type { ResolveRoles } from './resolve-roles.ts';
import { Unauthenticated } from './unauthenticated.ts';

export interface AuthenticatorOptions {
  readonly oidc: OidcVerifier;
  readonly apiTokens: ApiTokenVerifier;
  /** The assignments in force; a new function when they have changed. */
  readonly resolveRoles: () => ResolveRoles;
}

/**
 * Who sends a request, by its Authorization header.
 * @throws Unauthenticated, IdentityUnavailable
 */
export type Authenticate = (authorizationHeader: string | undefined) => Promise<Caller>;

export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { oidc, apiTokens, resolveRoles } = options;
  // Verifiers give the same object for the same token while they remember it.
  const callers = new WeakMap<Identity, { readonly by: ResolveRoles; readonly caller: Caller }>();
  return async (header) => {
    const token = bearerToken(header);
    const verifier = isApiToken(token) ? apiTokens : oidc;
    const identity = await verifier.verify(token);
    const by = resolveRoles();
    const made = callers.get(identity);
    if (made?.by === by) return made.caller;
    const caller = callerOf(identity, by);
    callers.set(identity, { by, caller });
    return caller;
  };
}

/** Source: RFC 6750, section 2.1. */
function bearerToken(header: string | undefined): string {
  if (header === undefined || header === '') throw new Unauthenticated('no-header');
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw new Unauthenticated('scheme');
  return token;
}
