import { setImmediate } from 'node:timers/promises';
import { type AuditHead, type BrokenChain, followChain, genesis, isBroken } from '@rolecall/audit';
import type { Readers } from '../storage/readers.ts';

export type ChainVerdict = { readonly kind: 'intact'; readonly head: AuditHead } | BrokenChain;

const pageSize = 500;

/**
 * Reads the whole chain and says where it breaks first. Events may be appended meanwhile.
 *
 * @param witnessed Heads that were kept outside: whoever rewrote the chain from one end to the other
 *   cannot have changed them. Their signatures are checked elsewhere (`verifyHead`).
 */
export async function verifyChain(
  { auditEvents }: Pick<Readers, 'auditEvents'>,
  witnessed: readonly AuditHead[] = [],
): Promise<ChainVerdict> {
  const expected = Map.groupBy(witnessed, ({ sequence }) => sequence);
  let end = genesis;
  for (;;) {
    const page = await auditEvents.list({ after: end.sequence, limit: pageSize });
    for (const event of page) {
      const step = followChain(end, event);
      if (isBroken(step)) return step;
      end = step;
      const { sequence, hash } = end;
      // Of two that differ one is of another chain, such as there was before a restore.
      const isOther = expected.get(sequence)?.some((head) => head.hash !== hash) ?? false;
      if (isOther) return { kind: 'broken', sequence, why: 'head' };
    }
    if (page.length > 0) {
      // On PGlite queries hold the event loop: others get a turn between two pages.
      await setImmediate();
      continue;
    }
    // Events and head are committed together, so a head further on is followed by reading on.
    const head = await auditEvents.head();
    if (head.sequence > end.sequence) {
      const next = await auditEvents.get(end.sequence + 1);
      if (next === undefined) return { kind: 'broken', sequence: end.sequence + 1, why: 'missing' };
      continue;
    }
    if (head.sequence !== end.sequence || head.hash !== end.hash) {
      return { kind: 'broken', sequence: head.sequence + 1, why: 'head' };
    }
    const beyond = Math.min(...[...expected.keys()].filter((at) => at > end.sequence));
    if (beyond !== Number.POSITIVE_INFINITY) {
      return { kind: 'broken', sequence: end.sequence + 1, why: 'missing' };
    }
    return { kind: 'intact', head };
  }
}
