import type { KeyObject } from 'node:crypto';
import { type AuditHead, genesis } from './audit-head.ts';
import { type BrokenChain, type ChainFault, followChain, isBroken } from './follow-chain.ts';
import { readExportLine } from './read-export-line.ts';
import { type SignedHead, verifyHead } from './sign-head.ts';

export type ExportFault =
  | ChainFault
  /** It does not end with a signed head: cut off, or narrowed to some events. */
  | 'head-missing';

export interface BrokenExport extends Omit<BrokenChain, 'why'> {
  readonly why: ExportFault;
  /** Of the export, from 1; one behind the last where something should follow. */
  readonly line: number;
}

export type ExportVerdict =
  | {
      readonly kind: 'intact';
      /** How many events were read. */
      readonly events: number;
      readonly head: SignedHead;
    }
  | BrokenExport;

export interface VerifyExportOptions {
  /**
   * Of the service; after a rotation also those before. Undefined where nobody has them: then who
   * signed is not looked at, and whoever wrote the whole export anew is not found out.
   */
  readonly publicKeys: readonly KeyObject[] | undefined;
  /** What the export was asked to begin behind; 0 for the whole chain. */
  readonly after?: number;
  /**
   * Heads that were kept outside; their signatures have been verified. Whoever shortened the export
   * and signed a shorter chain cannot have changed them.
   */
  readonly witnessed?: readonly AuditHead[];
}

/**
 * Says whether an export is what the service wrote, needing nothing but its public key. Of an export
 * that begins in the middle, what came before is not looked at. Holds one line at a time.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  { publicKeys, after = 0, witnessed = [] }: VerifyExportOptions,
): Promise<ExportVerdict> {
  let end: AuditHead | undefined = after === 0 ? genesis : undefined;
  let signed: { readonly head: SignedHead; readonly line: number } | undefined;
  let line = 0;
  const broken = (sequence: number, why: ExportFault): BrokenExport => {
    return { kind: 'broken', sequence, why, line };
  };
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const sequence = (end?.sequence ?? after) + 1;
    const read = readExportLine(text);
    // Nothing may follow the head.
    if (read === undefined || signed !== undefined) return broken(sequence, 'unreadable');
    if (read.kind === 'head') {
      signed = { head: read.head, line };
      continue;
    }
    const before = end ?? { sequence: after, hash: read.event.previousHash };
    if (end === undefined && contradicts(witnessed, before)) return broken(sequence, 'head');
    const step = followChain(before, read.event);
    if (isBroken(step)) return { ...step, line };
    if (contradicts(witnessed, step)) return broken(step.sequence, 'head');
    end = step;
  }
  const last = end ?? { sequence: after, hash: signed?.head.hash ?? '' };
  const next = last.sequence + 1;
  line = signed?.line ?? line + 1;
  if (signed === undefined) return broken(next, 'head-missing');
  const { head } = signed;
  if (publicKeys !== undefined && !verifyHead(head, publicKeys)) return broken(next, 'signature');
  if (head.sequence > last.sequence) return broken(next, 'missing');
  if (head.sequence !== last.sequence || head.hash !== last.hash) return broken(next, 'head');
  if (witnessed.some(({ sequence }) => sequence > last.sequence)) return broken(next, 'missing');
  return { kind: 'intact', events: last.sequence - after, head };
}

function contradicts(witnessed: readonly AuditHead[], { sequence, hash }: AuditHead): boolean {
  return witnessed.some((one) => one.sequence === sequence && one.hash !== hash);
}
