import { createHash } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';
import type { AuditEvent } from './audit-event.ts';

/**
 * SHA-256, in hex, over the hash before (64 characters) and the canonical JSON of the event's seven
 * members from `sequence` to `data`.
 */
export function hashEvent(event: Omit<AuditEvent, 'hash'>): string {
  const { sequence, at, actor, type, subject, accountId, data, previousHash } = event;
  const covered = canonicalJson({ sequence, at, actor, type, subject, accountId, data });
  return createHash('sha256').update(previousHash).update(covered).digest('hex');
}
