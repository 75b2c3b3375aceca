import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Diagnostic, SourcePosition } from '../model/errors.ts';

export type SourcePath = readonly (string | number)[];

/** A YAML (or JSON) file, read, with the places of its parts kept. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at `path` stands; the nearest parent's place where it is not written. */
  locate(path: SourcePath): SourcePosition;
  /** Where the key that ends `path` stands. */
  locateKey(path: SourcePath): SourcePosition;
}

export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntax = document.errors.map(
    (error): Diagnostic => ({
      code: 'MANIFEST_INVALID',
      message: sentence(error.message),
      position: at(error.pos[0]),
    }),
  );
  const diagnostics = [...syntax, ...leadingZeros(document, at), ...magicKeys(document, at)];
  return {
    file,
    value: diagnostics.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    diagnostics,
    locate: (path) => at(offsetOf(nodeAt(document, path))),
    locateKey: (path) => at(offsetOf(keyNodeAt(document, path) ?? nodeAt(document, path))),
  };
}

/** YAML reads 012345678901 as a number and drops the zero: an account id that names another account. */
function leadingZeros(document: Document, at: (offset: number) => SourcePosition): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value !== 'number' || !/^0\d+$/.test(node.source ?? '')) return;
      found.push({
        code: 'MANIFEST_INVALID',
        message: `${node.source} would be read as the number ${node.value}.`,
        position: at(offsetOf(node)),
        hint: `Put it in quotes: "${node.source}".`,
      });
    },
  });
  return found;
}

/** JavaScript gives this key a meaning of its own, and a value under it would vanish. */
function magicKeys(document: Document, at: (offset: number) => SourcePosition): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Pair: (_key, { key }) => {
      if (!isScalar(key) || key.value !== '__proto__') return;
      found.push({
        code: 'MANIFEST_INVALID',
        message: 'The name "__proto__" cannot be used.',
        position: at(offsetOf(key)),
      });
    },
  });
  return found;
}

/** The node at `path`, or the deepest one there is on the way. */
function nodeAt(document: Document, path: SourcePath): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function keyNodeAt(document: Document, path: SourcePath): Node | undefined {
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) ? pair.key : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function sentence(message: string): string {
  const [first = message] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
