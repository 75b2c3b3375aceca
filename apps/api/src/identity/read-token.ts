import { parseJson, type SyntaxNode, type SyntaxTree } from '@rolecall/policy';
import { z } from 'zod';
import type { OidcIssuer } from './oidc-issuer.ts';
import { Unauthenticated } from './unauthenticated.ts';

/** Characters. Node takes 16 KiB of headers; tokens with many groups have about ten. */
export const maxTokenLength = 12_288;

/** What an unverified token says of itself: enough to find who can verify it. */
export interface UnverifiedToken {
  readonly algorithm: string;
  /** Without `application/`; `jwt` where there is none. */
  readonly type: string;
  readonly issuer: string;
}

/**
 * Takes a token of three parts apart, strictly: what two readers could read differently is refused.
 * @throws Unauthenticated
 */
export function readToken(token: string): UnverifiedToken {
  if (token.length > maxTokenLength) throw new Unauthenticated('too-large');
  const parts = token.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3 || !isCanonical(signature)) throw new Unauthenticated('malformed');
  const { alg, typ, ...rest } = parsePart(headerSchema, header);
  // Extensions that must be understood; none is (RFC 7515, section 4.1.11). `b64` is one of them.
  if ('crit' in rest || 'b64' in rest) throw new Unauthenticated('critical-header');
  const { iss } = parsePart(payloadSchema, payload);
  return {
    algorithm: alg,
    type: typ.toLowerCase().replace(/^application\//, ''),
    issuer: iss,
  };
}

/** @throws Unauthenticated where the issuer never signs so, or not what is meant for access */
export function requireFitting(token: UnverifiedToken, issuer: OidcIssuer): void {
  const allowed: readonly string[] = issuer.algorithms;
  if (!allowed.includes(token.algorithm)) throw new Unauthenticated('algorithm');
  // Logout tokens, security events and proofs of possession are signed with the same keys.
  if (!issuer.types.some((type) => type.toLowerCase() === token.type)) {
    throw new Unauthenticated('type');
  }
}

const headerSchema = z.looseObject({
  alg: z.string(),
  typ: z.string().default('jwt'),
  kid: z.string().max(256).optional(),
});
const payloadSchema = z.looseObject({ iss: z.string() });

function parsePart<T>(schema: z.ZodType<T>, part: string): T {
  if (!isCanonical(part)) throw new Unauthenticated('malformed');
  const { tree, value } = parseText(Buffer.from(part, 'base64url'));
  // Which of two members counts, readers do not agree about (RFC 7519, section 4).
  if (repeatsKey(tree.root)) throw new Unauthenticated('duplicate-claim');
  const read = schema.safeParse(value);
  if (!read.success) throw new Unauthenticated('malformed', { cause: read.error });
  return read.data;
}

/** Ours keeps what is written twice, Node's is what jose reads with: both have to take it. */
function parseText(bytes: Uint8Array): { readonly tree: SyntaxTree; readonly value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const parsed = parseJson(text);
    if (parsed.ok) return { tree: parsed.tree, value };
  } catch (cause) {
    throw new Unauthenticated('malformed', { cause });
  }
  throw new Unauthenticated('malformed');
}

/** The last character of base64url may carry bits that mean nothing; here they are zero. */
function isCanonical(part: string): boolean {
  return part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
}

function repeatsKey(node: SyntaxNode): boolean {
  if (node.kind === 'array') return node.items.some(repeatsKey);
  if (node.kind !== 'object') return false;
  const keys = new Set(node.members.map(({ key }) => key.value));
  return keys.size < node.members.length || node.members.some(({ value }) => repeatsKey(value));
}
