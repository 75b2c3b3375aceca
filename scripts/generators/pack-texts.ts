import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';

export interface PackedTexts {
  /** The code, in which a text that was taken out stands as `rolecallText[n]`. */
  readonly code: string;
  /** The texts, as a JSON list, compressed. */
  readonly packed: Uint8Array;
}

/** Shorter ones cost more to name than to write. */
const shortest = 24;

/**
 * Takes the long texts out of a module: titles, remedies and messages are half of what the checks
 * are, and as one compressed list a quarter of that. The code stays code.
 */
export function packTexts(code: string): PackedTexts {
  const texts = findTexts(parseAst(code), code);
  const distinct = [...new Set(texts.map(({ value }) => value))];
  const indexes = new Map(distinct.map((value, index) => [value, index]));
  let from = 0;
  const pieces = texts
    .toSorted((a, b) => a.start - b.start)
    .map(({ value, start, end }) => {
      const before = code.slice(from, start);
      from = end;
      // A word before it, as in `return"…"`, must not run into the name.
      const gap = /[\w$]$/.test(before) ? ' ' : '';
      return `${before}${gap}rolecallText[${indexes.get(value)}]`;
    });
  return {
    code: pieces.join('') + code.slice(from),
    packed: brotliCompressSync(JSON.stringify(distinct)),
  };
}

interface Text {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function findTexts(node: unknown, code: string, parent?: object, key?: string): readonly Text[] {
  if (Array.isArray(node)) return node.flatMap((each) => findTexts(each, code, parent, key));
  if (typeof node !== 'object' || node === null) return [];
  const text = textOf(node);
  if (text !== undefined) return mayStandElsewhere(parent, key) ? [text] : [];
  return Object.entries(node).flatMap(([name, child]) => findTexts(child, code, node, name));
}

function textOf(node: object): Text | undefined {
  if (!('start' in node) || !('end' in node) || !('type' in node)) return undefined;
  const { start, end, type } = node;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const value = type === 'Literal' && 'value' in node ? node.value : templateText(node);
  return typeof value === 'string' && value.length >= shortest ? { value, start, end } : undefined;
}

function templateText(node: object): unknown {
  if (!('quasis' in node) || !Array.isArray(node.quasis) || node.quasis.length !== 1)
    return undefined;
  return node.quasis[0].value.cooked;
}

/** Names of modules and properties, directives and tagged templates have to stand where they do. */
function mayStandElsewhere(parent: object | undefined, key: string | undefined): boolean {
  if (parent === undefined || !('type' in parent)) return false;
  switch (parent.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportAttribute':
    case 'ExpressionStatement':
    case 'TaggedTemplateExpression':
      return false;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return key === 'value';
    default:
      return true;
  }
}
