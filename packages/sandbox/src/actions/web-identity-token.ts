import * as z from 'zod';
import type { Account } from '../account/account.ts';
import type { OidcProvider } from '../account/entities.ts';
import { refuse } from '../aws-error.ts';
import type { RequestContext } from '../request-context.ts';

/** An ID token that a provider of the account may have issued. */
export interface WebIdentity {
  readonly provider: OidcProvider;
  readonly subject: string;
  readonly audience: string;
  /** The claims as conditions find them: `{issuer}:sub`. */
  readonly context: RequestContext;
}

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  amr: z.union([z.string(), z.array(z.string())]).optional(),
});

type Claims = z.infer<typeof claimsSchema>;

/**
 * Reads a token and checks what it claims against the account's providers and clock. Its signature
 * is not looked at: the sandbox has no key of anybody's.
 */
export function readWebIdentity(account: Account, token: string): WebIdentity {
  const claims = readClaims(token);
  const issuer = claims.iss.replace(/^https:\/\//, '');
  const provider = account.oidcProviders.get(issuer);
  if (provider === undefined) {
    const message = `No OpenIDConnect provider found in your account for ${claims.iss}`;
    return refuse('InvalidIdentityToken', message);
  }
  const audience = [claims.aud].flat().find((one) => provider.clientIds.includes(one));
  if (audience === undefined) return refuse('InvalidIdentityToken', 'Incorrect token audience');
  const now = Math.floor(account.clock().getTime() / 1000);
  if (claims.exp <= now) {
    refuse(
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time ${claims.exp}`,
    );
  }
  const context = {
    [`${issuer}:aud`]: [audience],
    [`${issuer}:sub`]: [claims.sub],
    ...(claims.amr !== undefined && { [`${issuer}:amr`]: [claims.amr].flat() }),
    ...ownContext(issuer, claims),
  };
  return { provider, subject: claims.sub, audience, context };
}

function readClaims(token: string): Claims {
  const [header = '', payload = '', ...rest] = token.split('.');
  const parsed = claimsSchema.safeParse(objectIn(payload));
  if (rest.length === 1 && objectIn(header) !== undefined && parsed.success) return parsed.data;
  return refuse(
    'InvalidIdentityToken',
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );
}

function objectIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Claims of single issuers that STS hands on to trusts. Every other claim is lost to conditions.
 * Source: Service Authorization Reference, "Condition keys for AWS Security Token Service".
 */
const ownClaims: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com': [
    'actor',
    'actor_id',
    'enterprise_id',
    'environment',
    'job_workflow_ref',
    'ref',
    'repository',
    'repository_id',
    'repository_owner_id',
    'workflow',
  ],
};

function ownContext(issuer: string, claims: Claims): RequestContext {
  return Object.fromEntries(
    (ownClaims[issuer] ?? []).flatMap((name) => {
      const value = claims[name];
      return typeof value === 'string' ? [[`${issuer}:${name}`, [value]]] : [];
    }),
  );
}
