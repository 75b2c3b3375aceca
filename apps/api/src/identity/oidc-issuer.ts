import { z } from 'zod';

/**
 * Signatures by a private key only. `none` and the HS family are not among them: with those, who
 * knows the public key could sign.
 */
const signatureAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

const text = z.string().min(1);
const claim = text.max(200);

/** An identity provider whose tokens are taken. Configuration. */
export const oidcIssuerSchema = z.strictObject({
  /** As the claim `iss` has it, to the letter: with a slash at the end or without. */
  issuer: z.string().superRefine(checkUrl),
  /** What `aud` has to name for the token to be meant for this service. */
  audiences: z.array(text).min(1).readonly(),
  /**
   * What `aud` may name besides. Every service that a token is for can use it here, so a token for
   * any other is refused.
   */
  otherAudiences: z.array(text).default([]).readonly(),
  /** Where the keys are; without it, where the issuer's discovery document says. */
  jwksUri: z.string().superRefine(checkUrl).optional(),
  algorithms: z
    .array(z.enum(signatureAlgorithms))
    .min(1)
    .default(['RS256', 'ES256', 'EdDSA', 'PS256'])
    .readonly(),
  /**
   * The header `typ`, without `application/`. `JWT` stands for tokens without one too. For an
   * issuer that follows RFC 9068, `at+jwt` alone keeps ID tokens out even where audiences are shared.
   */
  types: z
    .array(z.enum(['at+jwt', 'JWT']))
    .min(1)
    .default(['at+jwt', 'JWT'])
    .readonly(),
  /** How far the clocks may differ. */
  clockSkewSeconds: z.number().int().min(0).max(300).default(30),
  /** With `email` a token is taken only where its `email_verified` is true. */
  subjectClaim: claim.default('sub'),
  /** A text or a list of texts; without it the issuer's tokens have no groups. */
  groupsClaim: claim.optional(),
  /** Put before each group, so that one issuer cannot name the groups of another. */
  groupPrefix: z.string().default(''),
  nameClaim: claim.default('name'),
  /**
   * Where set, a token does only what its claim `scope` (or `scp`) names behind this, e.g.
   * `rolecall:` for `rolecall:grants:read`.
   */
  scopePrefix: text.optional(),
  kind: z.enum(['person', 'machine']),
});

export type OidcIssuer = z.output<typeof oidcIssuerSchema>;

export const oidcIssuersSchema = z
  .array(oidcIssuerSchema)
  .superRefine((issuers, context) => {
    const seen = new Set<string>();
    for (const [index, { issuer }] of issuers.entries()) {
      if (seen.has(issuer)) {
        context.addIssue({ code: 'custom', path: [index, 'issuer'], message: 'Named twice.' });
      }
      seen.add(issuer);
    }
    for (const [index, one] of issuers.entries()) {
      if (!issuers.slice(0, index).some((other) => shareGroups(one, other))) continue;
      const message = 'Another issuer could name the same groups: give each its own prefix.';
      context.addIssue({ code: 'custom', path: [index, 'groupPrefix'], message });
    }
  })
  .readonly();

type Grouping = Pick<OidcIssuer, 'groupsClaim' | 'groupPrefix'>;

/** Rules say `group:{name}` without an issuer, so that a name has to belong to one of them. */
function shareGroups(one: Grouping, other: Grouping): boolean {
  if (one.groupsClaim === undefined || other.groupsClaim === undefined) return false;
  const [shorter = '', longer = ''] = [one.groupPrefix, other.groupPrefix].toSorted(
    (a, b) => a.length - b.length,
  );
  return shorter === '' ? longer === '' : longer.startsWith(shorter);
}

/** Keys that came over plain HTTP may be anybody's; on the own machine nobody is in between. */
export function isTrustworthyUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback);
}

function checkUrl(url: string, context: z.RefinementCtx): void {
  if (!isTrustworthyUrl(url)) {
    context.addIssue({ code: 'custom', message: 'It must be an https URL.' });
  } else if (/[|*\s]/.test(url)) {
    // The bar stands between issuer and subject in the id of an actor.
    context.addIssue({ code: 'custom', message: 'It must not have a bar, star or space.' });
  }
}
