import type { KeyObject } from 'node:crypto';
import { type AuditHead, type ChainFault, type SignedHead, verifyHead } from '@rolecall/audit';
import { verifyChain } from '../audit/verify-chain.ts';
import type { Readers } from '../storage/readers.ts';

export type HeadsVerdict =
  /** The chain is whole, and holds every head that was kept. */
  | { readonly kind: 'agrees'; readonly head: AuditHead; readonly kept: number }
  /**
   * The chain is whole and ends before a head that was handed outside: the database was restored to
   * an earlier state, or events were cut off.
   */
  | { readonly kind: 'behind'; readonly head: AuditHead; readonly ahead: SignedHead }
  /** At this event, or at the head that was kept of it. */
  | { readonly kind: 'broken'; readonly sequence: number; readonly why: ChainFault }
  /** Nobody whose key was given signed it. */
  | { readonly kind: 'unsigned'; readonly head: SignedHead };

/**
 * Compares the log with heads that were kept outside, which whoever owns the database cannot change.
 *
 * @param publicKeys The one in use and those before.
 */
export async function compareHeads(
  readers: Pick<Readers, 'auditEvents'>,
  {
    kept,
    publicKeys,
  }: {
    readonly kept: readonly SignedHead[];
    readonly publicKeys: readonly KeyObject[];
  },
): Promise<HeadsVerdict> {
  const unsigned = kept.find((head) => !verifyHead(head, publicKeys));
  if (unsigned !== undefined) return { kind: 'unsigned', head: unsigned };
  const { sequence } = await readers.auditEvents.head();
  const reached = kept.filter((head) => head.sequence <= sequence);
  const verdict = await verifyChain(readers, reached);
  if (verdict.kind === 'broken') return verdict;
  const { head } = verdict;
  const [ahead] = kept
    .filter((one) => one.sequence > sequence)
    .toSorted((a, b) => b.sequence - a.sequence);
  return ahead === undefined
    ? { kind: 'agrees', head, kept: kept.length }
    : { kind: 'behind', head, ahead };
}
