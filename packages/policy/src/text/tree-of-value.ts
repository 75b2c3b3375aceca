import { maxDepth } from './parse-json.ts';
import type { StringNode, SyntaxNode } from './syntax-tree.ts';

const nowhere = { start: 0, end: 0 };

/** A document of 10 MB has fewer; a value that shares parts of itself can have endlessly many. */
const maxNodes = 4_000_000;

/**
 * The tree of a value that was parsed elsewhere; its places are all 0. What JSON cannot hold
 * (undefined members, functions) is left out as `JSON.stringify` does; a value that nests too deep,
 * or in itself, gives `undefined`.
 */
export function treeOfValue(value: unknown): SyntaxNode | undefined {
  let left = maxNodes;
  const treeOf = (part: unknown, depth: number): SyntaxNode | undefined => {
    if (depth > maxDepth || --left < 0) return undefined;
    if (typeof part === 'string') return text(part);
    if (typeof part === 'number') return { kind: 'number', text: String(part), ...nowhere };
    if (typeof part === 'boolean') return { kind: 'boolean', value: part, ...nowhere };
    if (part === null) return { kind: 'null', ...nowhere };
    if (typeof part !== 'object') return undefined;
    return Array.isArray(part) ? listOf(part, depth) : objectOf(part, depth);
  };
  const listOf = (list: readonly unknown[], depth: number): SyntaxNode | undefined => {
    const items = [];
    for (const item of list) {
      const node = treeOf(item, depth + 1);
      if (node === undefined) return undefined;
      items.push(node);
    }
    return { kind: 'array', items, ...nowhere };
  };
  const objectOf = (object: object, depth: number): SyntaxNode | undefined => {
    const members = [];
    for (const [key, member] of Object.entries(object)) {
      if (member === undefined || typeof member === 'function') continue;
      const node = treeOf(member, depth + 1);
      if (node === undefined) return undefined;
      members.push({ key: text(key), value: node });
    }
    return { kind: 'object', members, ...nowhere };
  };
  return treeOf(value, 0);
}

function text(value: string): StringNode {
  return { kind: 'string', value, ...nowhere };
}
