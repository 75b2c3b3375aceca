import type { SyntaxNode, SyntaxTree } from '@rolecall/policy';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { type Diagnostic, RolecallError } from '../model/errors.ts';

/**
 * The tree of a CloudFormation template in YAML: short forms (`!Sub x`) are written out
 * (`{ "Fn::Sub": x }`), as they would be in JSON. Places are offsets in the YAML.
 */
export function templateTree(
  file: string,
  text: string,
): { readonly tree: SyntaxTree } | { readonly fault: Diagnostic } {
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [fault] = parsed.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const message = fault.message.split('\n')[0] ?? 'This is not YAML.';
    return { fault: faultAt(message, { file, line: Math.max(line, 1), column: Math.max(col, 1) }) };
  }
  const reader: Reader = { document: parsed, text, left: mostNodes, targets: new Map() };
  try {
    return { tree: { text, root: nodeOf(parsed.contents, reader, 0) } };
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return { fault: faultAt(error.message, { file, line: 1, column: 1 }) };
  }
}

function faultAt(message: string, position: NonNullable<Diagnostic['position']>): Diagnostic {
  return { code: 'FILE_UNREADABLE', message, position };
}

interface Reader {
  readonly document: Document;
  readonly text: string;
  /** Nodes that may still come: aliases of aliases multiply. */
  left: number;
  readonly targets: Map<Node, Node | null>;
}

const mostNodes = 200_000;
const deepest = 100;

interface Place {
  readonly start: number;
  readonly end: number;
}

function nodeOf(node: Node | null, reader: Reader, depth: number): SyntaxNode {
  reader.left -= 1;
  if (reader.left < 0 || depth > deepest)
    throw new RolecallError('FILE_UNREADABLE', 'The YAML is too large, or nests too deep.');
  const [start = 0, end = start] = node?.range ?? [];
  const place = { start, end };
  if (node === null) return { kind: 'null', ...place };
  if (isAlias(node)) {
    // To resolve an alias takes a walk through the document; aliases of aliases come back often.
    const target = reader.targets.get(node) ?? node.resolve(reader.document) ?? null;
    reader.targets.set(node, target);
    return nodeOf(target, reader, depth + 1);
  }
  const plain = untaggedOf(node, { reader, depth, place });
  const tag = node.tag;
  if (tag === undefined || !tag.startsWith('!') || tag.startsWith('!!')) return plain;
  return writtenOut(tag.slice(1), plain);
}

interface At {
  readonly reader: Reader;
  readonly depth: number;
  readonly place: Place;
}

function untaggedOf(node: Node, { reader, depth, place }: At): SyntaxNode {
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => ({
      key: keyOf(key, place),
      value: nodeOf(isNode(value) ? value : null, reader, depth + 1),
    }));
    return { kind: 'object', members, ...place };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(isNode(item) ? item : null, reader, depth + 1));
    return { kind: 'array', items, ...place };
  }
  return scalarOf(node, place);
}

/** `!GetAtt a.b` is a list of two in the long form; a Condition's name stands in `Condition`. */
function writtenOut(tag: string, value: SyntaxNode): SyntaxNode {
  const { start, end } = value;
  const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  const key = { kind: 'string' as const, value: name, start, end: start };
  return { kind: 'object', members: [{ key, value }], start, end };
}

function scalarOf(node: Node, place: Place): SyntaxNode {
  const value: unknown = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string') return { kind: 'string', value, ...place };
  if (typeof value === 'boolean') return { kind: 'boolean', value, ...place };
  if (value === null || value === undefined) return { kind: 'null', ...place };
  const source = isScalar(node) ? node.source : undefined;
  return { kind: 'number', text: source ?? String(value), ...place };
}

function keyOf(key: unknown, parent: Place) {
  const [start = parent.start, end = start] = isNode(key) ? (key.range ?? []) : [];
  const value = isScalar(key) ? String(key.value) : String(key);
  return { kind: 'string' as const, value, start, end };
}
