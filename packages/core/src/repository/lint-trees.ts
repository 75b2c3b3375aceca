import type { SyntaxNode, SyntaxTree } from '@rolecall/policy';
import { canonicalDraft, type Draft } from './draft.ts';

/** The document as the linter reads it: where it has choices, once with each of their sides. */
export function lintTrees(text: string, document: Draft): readonly SyntaxTree[] {
  const choices = { met: false };
  const then = treeOf(document, { holds: true, choices });
  if (then === undefined || then.kind === 'hole') return [];
  if (!choices.met) return [{ text, root: then }];
  const otherwise = treeOf(document, { holds: false, choices });
  const roots = otherwise === undefined || otherwise.kind === 'hole' ? [then] : [then, otherwise];
  return roots.map((root) => ({ text, root }));
}

interface Side {
  readonly holds: boolean;
  readonly choices: { met: boolean };
}

function treeOf(draft: Draft, side: Side): SyntaxNode | undefined {
  switch (draft.kind) {
    case 'absent':
      return undefined;
    case 'choice':
      side.choices.met = true;
      return treeOf(side.holds ? draft.whenTrue : draft.whenFalse, side);
    case 'object': {
      const members = draft.members.flatMap(({ key, value }) => {
        const node = treeOf(value, side);
        return node === undefined ? [] : [{ key, value: node }];
      });
      return { ...draft, members };
    }
    case 'array':
      return { ...draft, items: draft.items.flatMap((item) => treeOf(item, side) ?? []) };
    case 'text':
    case 'unknown': {
      const { start, end } = draft;
      return { kind: 'hole', text: canonicalDraft(draft), start, end };
    }
    default:
      return draft;
  }
}
