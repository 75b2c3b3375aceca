import type { Departed } from '../manifest/departure.ts';
import type { OperationDraft } from './operation.ts';
import { labelOf, type Pruned } from './prune.ts';

/**
 * What is moved keeps all it has until its successor serves in its place, and who has its keys has to
 * be given others; what a plan made is taken back whole or not at all.
 */
export function mayBeStripped(why: Departed | undefined, pruned: Pruned): Pruned {
  if (why?.kind === 'moved' && pruned.kind === 'delete' && pruned.drafts.some(endsCredential)) {
    return {
      kind: 'conflict',
      live: pruned.live,
      message: `${labelOf(pruned.live)} still has credentials, which whoever uses it would lose.`,
      hint: 'Give its users others and remove these first; then it is deleted with the rest.',
    };
  }
  if (pruned.kind !== 'strip' || why === undefined || why.kind === 'expired') return pruned;
  const { live, message, hint } = pruned;
  return { kind: 'conflict', live, message, hint };
}

function endsCredential({ facet }: OperationDraft): boolean {
  return facet === 'login' || facet.startsWith('accessKeys/');
}
