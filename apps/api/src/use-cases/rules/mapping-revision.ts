import { createHash } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';
import type { PrincipalMapping } from '../../model/records.ts';

/** A mapping has no count of its changes; what it says stands for it, as a number of 48 bits. */
export function mappingRevision({ principal }: Pick<PrincipalMapping, 'principal'>): number {
  const digest = createHash('sha256').update(canonicalJson(principal)).digest('hex');
  return Number.parseInt(digest.slice(0, 12), 16);
}
