import { signHead } from '@rolecall/audit';
import type { Schema } from '@rolecall/contract';
import { type ChainVerdict, verifyChain } from '../../audit/verify-chain.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Follows the chain and signs its head; a broken chain is not signed. Who asks while it is being
 * read gets the same answer, so that nobody has it read ten times at once.
 */
export function auditVerifier({
  store,
  auditKey,
  now,
}: Pick<ServiceDeps, 'store' | 'auditKey' | 'now'>): () => Promise<Schema<'AuditVerification'>> {
  let running: Promise<ChainVerdict> | undefined;
  return async () => {
    running ??= verifyChain(store).finally(() => {
      running = undefined;
    });
    const verdict = await running;
    switch (verdict.kind) {
      case 'intact': {
        const head = signHead(verdict.head, { key: auditKey, at: now().toISOString() });
        return { intact: true, broken: null, head };
      }
      case 'broken': {
        const { sequence, why } = verdict;
        return { intact: false, broken: { sequence, why }, head: null };
      }
      default:
        return verdict satisfies never;
    }
  };
}
