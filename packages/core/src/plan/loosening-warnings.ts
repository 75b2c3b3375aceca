import type { OperationDraft } from './operation.ts';
import { stepOf } from './steps.ts';

/** What holds a principal back is rarely taken off on purpose, and often not ours. */
export function looseningWarnings(drafts: readonly OperationDraft[]): readonly string[] {
  return drafts.flatMap((draft) => {
    const step = draft.step ?? stepOf(draft);
    if (step === 'unbound') return [`Takes off the permissions boundary ${draft.before}.`];
    if (step === 'unguard') return [`Takes away ${draft.facet}, which only denies.`];
    return [];
  });
}
