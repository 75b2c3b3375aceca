import { memberOf, type SyntaxNode } from '../text/syntax-tree.ts';
import type { PathElement } from './finding.ts';

/** The node a path leads to; `undefined` where it leads nowhere. */
export function nodeAt(root: SyntaxNode, path: readonly PathElement[]): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const element of path) {
    if (node === undefined) return undefined;
    node = stepInto(node, element);
  }
  return node;
}

function stepInto(node: SyntaxNode, element: PathElement): SyntaxNode | undefined {
  if ('index' in element) return node.kind === 'array' ? node.items[element.index] : undefined;
  if (node.kind !== 'object') return undefined;
  if ('value' in element) return memberOf(node, element.value);
  if ('key' in element) return node.members.find(({ key }) => key.value === element.key)?.key;
  return undefined;
}
