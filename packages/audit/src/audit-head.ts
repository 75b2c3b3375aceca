/** Where the chain ends; sequence 0 and 64 zeros before the first event. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** What the first event follows. */
export const genesis: AuditHead = { sequence: 0, hash: '0'.repeat(64) };
