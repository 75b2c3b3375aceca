import { visibleText } from '@rolecall/core';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Identity } from './identity.ts';
import type { OidcIssuer } from './oidc-issuer.ts';
import { isPermission, type Permission } from './permissions.ts';
import { Unauthenticated } from './unauthenticated.ts';

/**
 * Who a verified token is about. Its signature, issuer, audience and times are right already.
 * @throws Unauthenticated
 */
export function readClaims(claims: JWTPayload, issuer: OidcIssuer): Identity {
  requireOnlyOurs(claims.aud, issuer);
  read(secondsSchema, claims.exp);
  // Security event tokens, logout tokens among them, which not all issuers type (RFC 8417, 2.2).
  if (claims['events'] !== undefined) throw new Unauthenticated('type');
  // Of an address that nobody verified, whoever has an account there says whose it is.
  if (issuer.subjectClaim === 'email' && claims['email_verified'] !== true)
    throw new Unauthenticated('claims');
  const subject = read(subjectSchema, claims[issuer.subjectClaim]);
  const name = nameSchema.safeParse(claims[issuer.nameClaim]).data ?? subject;
  return {
    actor: {
      kind: issuer.kind,
      id: `${issuer.issuer}|${subject}`,
      name: visibleText(name),
    },
    groups: readGroups(claims, issuer),
    ...readEmail(claims),
    roles: [],
    scopes: readScopes(claims, issuer),
    tokenId: null,
  };
}

/** One that nobody verified says nothing about who somebody is. */
function readEmail(claims: JWTPayload): Pick<Identity, 'email'> {
  const { data } = subjectSchema.safeParse(claims['email']);
  return data === undefined || claims['email_verified'] !== true
    ? {}
    : { email: data.toLowerCase() };
}

function requireOnlyOurs(aud: JWTPayload['aud'], issuer: OidcIssuer): void {
  const named = typeof aud === 'string' ? [aud] : (aud ?? []);
  const { audiences, otherAudiences } = issuer;
  if (!named.every((one) => audiences.includes(one) || otherAudiences.includes(one))) {
    throw new Unauthenticated('audience');
  }
}

function readGroups(claims: JWTPayload, issuer: OidcIssuer): readonly string[] {
  const { groupsClaim, groupPrefix } = issuer;
  const claim = groupsClaim === undefined ? undefined : claims[groupsClaim];
  if (claim === undefined || claim === null) return [];
  return [...new Set(read(groupsSchema, claim))].map((group) => `${groupPrefix}${group}`);
}

function readScopes(claims: JWTPayload, issuer: OidcIssuer): readonly Permission[] | null {
  const { scopePrefix: prefix } = issuer;
  if (prefix === undefined) return null;
  return read(scopesSchema, claims['scope'] ?? claims['scp'] ?? '')
    .filter((scope) => scope.startsWith(prefix))
    .map((scope) => scope.slice(prefix.length))
    .filter(isPermission);
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Unauthenticated('claims', { cause: result.error });
}

/** What a date can say. */
const secondsSchema = z.number().max(8.64e12);
/** Control characters and marks without width would make two subjects look the same. */
const plain = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;
/** OpenID Connect Core, section 2: at most 255 characters. */
const subjectSchema = z.string().min(1).max(255).regex(plain);
const nameSchema = z.string().trim().min(1).max(200);
const groupSchema = z.string().min(1).max(256).regex(plain);
const groupsSchema = z.union([
  z.array(groupSchema).max(1_000),
  groupSchema.transform((group) => [group]),
]);
const scopesSchema = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(' ')),
]);
