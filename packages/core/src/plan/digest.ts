import { createHash } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';

/** SHA-256 of the canonical JSON of a value, in hexadecimal. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
