import type { SyntaxNode } from './syntax-tree.ts';

/**
 * The tree as JSON, indented by two spaces. Reading it again gives the same tree, but for the
 * places; repeated keys and the spelling of numbers are kept.
 */
export function printJson(node: SyntaxNode, indent = ''): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'object':
      return block(
        '{',
        node.members.map(
          ({ key, value }) => `${inner}${JSON.stringify(key.value)}: ${printJson(value, inner)}`,
        ),
        `${indent}}`,
      );
    case 'array':
      return block(
        '[',
        node.items.map((item) => `${inner}${printJson(item, inner)}`),
        `${indent}]`,
      );
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'hole':
      return JSON.stringify(node.text);
    default:
      return node satisfies never;
  }
}

function block(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0
    ? `${open}${close.trimStart()}`
    : `${open}\n${lines.join(',\n')}\n${close}`;
}
