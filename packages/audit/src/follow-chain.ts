import type { AuditEvent } from './audit-event.ts';
import type { AuditHead } from './audit-head.ts';
import { hashEvent } from './hash-event.ts';

export type ChainFault =
  /** The event that should come next is not there: removed, or moved. */
  | 'missing'
  /** It does not say the hash of the event before. */
  | 'previous-hash'
  /** Its content is not what was hashed. */
  | 'hash'
  /** The chain does not end as its head says. */
  | 'head'
  /** Not an event, or not a head. */
  | 'unreadable'
  /** The head bears no signature of a key that was given. */
  | 'signature';

export interface BrokenChain {
  readonly kind: 'broken';
  /** The first event that is not as it should be, or should be and is not. */
  readonly sequence: number;
  readonly why: ChainFault;
}

/** One step along the chain: the new end of what was verified. */
export function followChain(end: AuditHead, event: AuditEvent): AuditHead | BrokenChain {
  const sequence = end.sequence + 1;
  const broken = (why: ChainFault): BrokenChain => ({ kind: 'broken', sequence, why });
  if (event.sequence !== sequence) return broken('missing');
  if (event.previousHash !== end.hash) return broken('previous-hash');
  if (event.hash !== hashEvent(event)) return broken('hash');
  return { sequence, hash: event.hash };
}

export function isBroken(step: AuditHead | BrokenChain): step is BrokenChain {
  return 'kind' in step;
}
