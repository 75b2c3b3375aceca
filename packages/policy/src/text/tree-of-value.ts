import { maxDepth } from './parse-json.ts';
import type { StringNode, SyntaxNode } from './syntax-tree.ts';

const nowhere = { start: 0, end: 0 };

/**
 * The tree of a value that was parsed elsewhere; its places are all 0. What JSON cannot hold
 * (undefined members, functions) is left out as `JSON.stringify` does; a value that nests too deep,
 * or in itself, gives `undefined`.
 */
export function treeOfValue(value: unknown, depth = 0): SyntaxNode | undefined {
  if (depth > maxDepth) return undefined;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return { kind: 'number', text: String(value), ...nowhere };
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...nowhere };
  if (value === null) return { kind: 'null', ...nowhere };
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => treeOfValue(item, depth + 1));
    return items.every((item) => item !== undefined)
      ? { kind: 'array', items, ...nowhere }
      : undefined;
  }
  if (typeof value !== 'object') return undefined;
  const members = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || typeof member === 'function') continue;
    const node = treeOfValue(member, depth + 1);
    if (node === undefined) return undefined;
    members.push({ key: text(key), value: node });
  }
  return { kind: 'object', members, ...nowhere };
}

function text(value: string): StringNode {
  return { kind: 'string', value, ...nowhere };
}
