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
import { RolecallError } from '../model/errors.ts';

/**
 * A YAML text as the tree that policies are read from; places are offsets in the YAML. What carries
 * a tag of its own (`!Sub`, `!Ref`) is a value that is known only later.
 * @throws RolecallError FILE_UNREADABLE where it is no YAML, or its aliases expand to too much
 */
export function yamlTree(file: string, text: string): SyntaxTree {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const message = fault.message.split('\n')[0] ?? 'This is not YAML.';
    throw new RolecallError('FILE_UNREADABLE', `${file} is not YAML.`, {
      diagnostics: [
        {
          code: 'FILE_UNREADABLE',
          message,
          position: { file, line: Math.max(line, 1), column: Math.max(col, 1) },
        },
      ],
    });
  }
  const reader: Reader = { document, file, text, left: mostNodes };
  return { text, root: withDefaultVersion(nodeOf(document.contents, reader, 0)) };
}

interface Reader {
  readonly document: Document;
  readonly file: string;
  readonly text: string;
  /** Nodes that may still come: aliases of aliases multiply. */
  left: number;
}

const mostNodes = 200_000;
const deepest = 100;

function nodeOf(node: Node | null, reader: Reader, depth: number): SyntaxNode {
  reader.left -= 1;
  if (reader.left < 0 || depth > deepest)
    throw new RolecallError('FILE_UNREADABLE', `${reader.file} is too large, or nests too deep.`);
  const [start = 0, end = start] = node?.range ?? [];
  const place = { start, end };
  if (node === null) return { kind: 'null', ...place };
  if (isAlias(node)) return nodeOf(node.resolve(reader.document) ?? null, reader, depth + 1);
  if (node.tag?.startsWith('!') === true && !node.tag.startsWith('!!'))
    return { kind: 'hole', text: reader.text.slice(start, end), ...place };
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

interface Place {
  readonly start: number;
  readonly end: number;
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

/** In a manifest a policy without a Version has the present one. */
function withDefaultVersion(root: SyntaxNode): SyntaxNode {
  const isManifest =
    root.kind === 'object' &&
    ['version', 'scope'].every((name) => root.members.some(({ key }) => key.value === name));
  return isManifest ? addVersion(root) : root;
}

function addVersion(node: SyntaxNode): SyntaxNode {
  if (node.kind === 'array') return { ...node, items: node.items.map(addVersion) };
  if (node.kind !== 'object') return node;
  const names = new Set(node.members.map(({ key }) => key.value));
  if (!names.has('Statement')) {
    return {
      ...node,
      members: node.members.map(({ key, value }) => ({ key, value: addVersion(value) })),
    };
  }
  if (names.has('Version')) return node;
  const { start } = node;
  const place = { kind: 'string' as const, start, end: start };
  const version = { key: { ...place, value: 'Version' }, value: { ...place, value: '2012-10-17' } };
  return { ...node, members: [version, ...node.members] };
}
