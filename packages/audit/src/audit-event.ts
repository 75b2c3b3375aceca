import type { Json } from '@rolecall/policy';

/** An entry of the audit log, as it is stored, exported and hashed. */
export interface AuditEvent {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: {
    readonly kind: 'person' | 'machine' | 'service';
    readonly id: string;
    readonly name: string;
  };
  /** `role-request.submitted`, `grant.revoked` … */
  readonly type: string;
  /** `role-requests/{id}`. */
  readonly subject: string;
  readonly accountId: string | null;
  readonly data: Json;
  /** SHA-256 over the event before and this one. */
  readonly hash: string;
  readonly previousHash: string;
}
