import type { OneOrMany } from '@rolecall/policy';
import * as z from 'zod';

/** What an ID token says of whom it was given to; all else in it stays in it. */
export interface WebIdentityClaims {
  /** Who issued it, with `https://`. */
  readonly iss: string;
  /** For whom. */
  readonly aud: OneOrMany;
  /** Whom it is about. */
  readonly sub: string;
}

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  sub: z.string(),
});

/** Reads the payload of a token, whose signature is AWS's to check; `undefined` if it is no JWT. */
export function readWebIdentityClaims(token: string): WebIdentityClaims | undefined {
  const [, payload = '', signature] = token.split('.');
  if (signature === undefined) return undefined;
  const parsed = claimsSchema.safeParse(objectIn(payload));
  return parsed.success ? parsed.data : undefined;
}

function objectIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
