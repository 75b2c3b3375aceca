import type { AuditEvent } from '../model/records.ts';

/** An event before it has its place in the chain. */
export type AuditEntry = Omit<AuditEvent, 'sequence' | 'hash' | 'previousHash'>;
