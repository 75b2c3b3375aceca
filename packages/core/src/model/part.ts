/** A part of a snapshot: what AWS showed, or why it did not. Never an empty list for "no access". */
export type Part<T> = Known<T> | Unknown;

export interface Known<T> {
  readonly status: 'known';
  readonly value: T;
}

export interface Unknown {
  readonly status: 'unknown';
  readonly reason: UnknownReason;
}

export interface UnknownReason {
  /** `NOT_COLLECTED`, or the code of the error that stood in the way. */
  readonly code: string;
  readonly message: string;
  /** The permission that is missing, e.g. `iam:GetAccountSummary`. */
  readonly permission?: string | undefined;
}

export function known<T>(value: T): Known<T> {
  return { status: 'known', value };
}

export function unknown(reason: UnknownReason): Unknown {
  return { status: 'unknown', reason };
}

export const notCollected: Unknown = unknown({
  code: 'NOT_COLLECTED',
  message: 'This part was not asked for when the snapshot was taken.',
});
