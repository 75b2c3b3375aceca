import type { Difference } from './difference.ts';
import { looseningWarnings } from './loosening-warnings.ts';
import type { OperationDraft } from './operation.ts';

export function updateOf(drafts: readonly OperationDraft[]): Difference {
  return drafts.length > 0
    ? { kind: 'update', drafts, warnings: looseningWarnings(drafts) }
    : { kind: 'none' };
}

/** Settings of the whole account carry no mark: changing what is there needs a word from a person. */
export function settingChange(
  drafts: readonly OperationDraft[],
  { adopt, what }: { readonly adopt: boolean; readonly what: string },
): Difference {
  if (drafts.length === 0 || adopt) return updateOf(drafts);
  return {
    kind: 'conflict',
    message: `The account has another ${what} already.`,
    hint: 'Write "adopt: true" beside it to replace what is there.',
  };
}
