import type { KeyObject } from 'node:crypto';
import { type AuditHead, genesis } from './audit-head.ts';
import { type BrokenChain, followChain, isBroken } from './follow-chain.ts';
import { readExportLine } from './read-export-line.ts';
import { type SignedHead, verifyHead } from './sign-head.ts';

export type ExportVerdict =
  | {
      readonly kind: 'intact';
      /** How many events were read. */
      readonly events: number;
      readonly head: SignedHead;
    }
  | BrokenChain;

export interface VerifyExportOptions {
  /** Of the service; after a rotation also those before. */
  readonly publicKeys: readonly KeyObject[];
  /** What the export was asked to begin behind; 0 for the whole chain. */
  readonly after?: number;
}

/**
 * Says whether an export is what the service wrote, needing nothing but its public key. Of an export
 * that begins in the middle, what came before is not looked at.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  { publicKeys, after = 0 }: VerifyExportOptions,
): Promise<ExportVerdict> {
  let end: AuditHead | undefined = after === 0 ? genesis : undefined;
  let signedHead: SignedHead | undefined;
  for await (const text of lines) {
    if (text.trim() === '') continue;
    const sequence = (end?.sequence ?? after) + 1;
    const line = readExportLine(text);
    // Nothing may follow the head.
    if (line === undefined || signedHead !== undefined) {
      return { kind: 'broken', sequence, why: 'unreadable' };
    }
    if (line.kind === 'head') {
      signedHead = line.head;
      continue;
    }
    const step = followChain(end ?? { sequence: after, hash: line.event.previousHash }, line.event);
    if (isBroken(step)) return step;
    end = step;
  }
  const last = end ?? { sequence: after, hash: signedHead?.hash ?? '' };
  const broken = (why: BrokenChain['why']): BrokenChain => {
    return { kind: 'broken', sequence: last.sequence + 1, why };
  };
  if (signedHead === undefined) return broken('missing');
  if (!verifyHead(signedHead, publicKeys)) return broken('signature');
  if (signedHead.sequence > last.sequence) return broken('missing');
  if (signedHead.sequence !== last.sequence || signedHead.hash !== last.hash) return broken('head');
  return { kind: 'intact', events: last.sequence - after, head: signedHead };
}
