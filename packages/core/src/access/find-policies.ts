import type { SyntaxNode, SyntaxTree } from '@rolecall/policy';

/** A policy within a text, its places those in the text. */
export interface EmbeddedPolicy {
  /** `roles.builder.trust`; empty where the whole text is the policy. */
  readonly address: string;
  readonly tree: SyntaxTree;
}

/** The policies in a text: each object that has a `Statement`, and is in no other such. */
export function findPolicies({ text, root }: SyntaxTree): readonly EmbeddedPolicy[] {
  const found: EmbeddedPolicy[] = [];
  // A list of what is still to be seen: a text may nest deeper than calls can.
  const open: { readonly node: SyntaxNode; readonly path: readonly string[] }[] = [
    { node: root, path: [] },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, path } = next;
    if (isPolicy(node)) found.push({ address: path.join('.'), tree: { text, root: node } });
    else open.push(...childrenOf(node, path).toReversed());
  }
  return found;
}

function isPolicy(node: SyntaxNode): boolean {
  return (
    node.kind === 'object' &&
    node.members.some(
      ({ key, value }) =>
        key.value === 'Statement' && (value.kind === 'object' || value.kind === 'array'),
    )
  );
}

function childrenOf(node: SyntaxNode, path: readonly string[]) {
  if (node.kind === 'array')
    return node.items.map((item, index) => ({ node: item, path: [...path, String(index)] }));
  if (node.kind !== 'object') return [];
  return node.members.map(({ key, value }) => ({ node: value, path: [...path, key.value] }));
}
