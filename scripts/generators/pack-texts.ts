import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';

export interface PackedTexts {
  /** The code, in which a text that was taken out stands as `ŧ[n]`. */
  readonly code: string;
  /** The texts, as a JSON list, compressed. */
  readonly packed: Uint8Array;
}

/** Two bytes that no minifier takes for a name, thousands of times. */
export const textsName = 'ŧ';

/** Shorter ones cost more to name than to write. */
const shortest = 16;

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
    .map(({ value, start, end, isPiece }) => {
      const before = code.slice(from, start);
      from = end;
      if (isPiece) return `${before}\${${textsName}[${indexes.get(value)}]}`;
      // A word before it, as in `return"…"`, must not run into the name.
      const gap = /[\w$]$/.test(before) ? ' ' : '';
      return `${before}${gap}${textsName}[${indexes.get(value)}]`;
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
  /** Whether it is text between the holes of a template. */
  readonly isPiece: boolean;
}

function findTexts(node: unknown, code: string, parent?: object, key?: string): readonly Text[] {
  if (Array.isArray(node)) return node.flatMap((each) => findTexts(each, code, parent, key));
  if (typeof node !== 'object' || node === null) return [];
  const text = textOf(node);
  if (text !== undefined) return mayStandElsewhere(parent, key) ? [text] : [];
  if (isTemplateIn(node, parent))
    return [...pieces(node.quasis, code), ...findTexts(node.expressions, code, node)];
  return Object.entries(node).flatMap(([name, child]) => findTexts(child, code, node, name));
}

function textOf(node: object): Text | undefined {
  if (!('start' in node) || !('end' in node) || !('type' in node)) return undefined;
  const { start, end, type } = node;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  const value = type === 'Literal' && 'value' in node ? node.value : templateText(node);
  return typeof value === 'string' && value.length >= shortest
    ? { value, start, end, isPiece: false }
    : undefined;
}

interface Template {
  readonly quasis: readonly TemplatePiece[];
  readonly expressions: unknown;
}

interface TemplatePiece {
  readonly start: number;
  readonly end: number;
  readonly value: { readonly raw: string; readonly cooked: string | null };
}

/** A template with holes; of a tagged one the tag would see the difference. */
function isTemplateIn(node: object, parent: object | undefined): node is Template {
  if (!('type' in node) || node.type !== 'TemplateLiteral') return false;
  return parent === undefined || !('type' in parent) || parent.type !== 'TaggedTemplateExpression';
}

function pieces(quasis: readonly TemplatePiece[], code: string): readonly Text[] {
  return quasis.flatMap(({ value: { raw, cooked }, start, end }) =>
    cooked !== null && cooked.length >= shortest && code.slice(start, end) === raw
      ? [{ value: cooked, start, end, isPiece: true }]
      : [],
  );
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
