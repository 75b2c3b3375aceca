import { X509Certificate } from 'node:crypto';
import { refuse } from '../aws-error.ts';
import { instantOf } from './account.ts';
import type { Instant } from './entities.ts';

/** Reads a PEM certificate; refuses what is none. */
export function readCertificate(pem: string): { readonly expiresAt: Instant } {
  try {
    return { expiresAt: instantOf(new Date(new X509Certificate(pem).validTo)) };
  } catch {
    return refuse('MalformedCertificate', 'The certificate body is malformed.');
  }
}
