import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';
import type { AuditHead } from './audit-head.ts';

/**
 * The end of the chain, signed and handed outside: from then on not even the database's owner can
 * rewrite what came before unseen.
 */
export interface SignedHead extends AuditHead {
  /** When it was signed. */
  readonly at: string;
  /** Of the public key: the first 16 hex digits of the SHA-256 of its SPKI in DER. */
  readonly keyId: string;
  /** Ed25519 over the canonical JSON of the other members and `"kind":"rolecall-audit-head"`; base64url. */
  readonly signature: string;
}

/** @param key A private key of Ed25519. */
export function signHead(
  { sequence, hash }: AuditHead,
  { key, at }: { readonly key: KeyObject; readonly at: string },
): SignedHead {
  const head = { sequence, hash, at, keyId: keyId(createPublicKey(key)) };
  return { ...head, signature: sign(null, signedBytes(head), key).toString('base64url') };
}

/** @param publicKeys The one in use and, after a rotation, those before. */
export function verifyHead(head: SignedHead, publicKeys: readonly KeyObject[]): boolean {
  const key = publicKeys.find((candidate) => keyId(candidate) === head.keyId);
  if (key?.asymmetricKeyType !== 'ed25519') return false;
  return verify(null, signedBytes(head), key, Buffer.from(head.signature, 'base64url'));
}

function signedBytes({ sequence, hash, at, keyId }: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(canonicalJson({ kind: 'rolecall-audit-head', sequence, hash, at, keyId }));
}

function keyId(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}
