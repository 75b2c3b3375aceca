import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Diagnostic, SourcePosition } from '../model/errors.ts';
import { readPlainYaml } from './plain/read-plain-yaml.ts';
import { keyOffsetOf, offsetOf, type Place, placesIn, type SourcePath } from './yaml-places.ts';

/** A YAML (or JSON) file, read, with the places of its parts kept. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at `path` stands; the nearest parent's place where it is not written. */
  readonly locate: (path: SourcePath) => SourcePosition;
  /** Where the key that ends `path` stands. */
  readonly locateKey: (path: SourcePath) => SourcePosition;
}

export function parseYaml(file: string, text: string): YamlSource {
  const plain = readPlainYaml(text, nameDepth);
  if (plain === undefined) return parseAnyYaml(file, text);
  const { value, place } = plain;
  const lines = linesOf(text);
  const at = (offset: number) => positionAt(file, lines, offset);
  return { file, value, diagnostics: [], ...locators(placesFor(text, place), at) };
}

/** The same with the library, which knows all of YAML and what is wrong with a file. */
export function parseAnyYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseQuickly(text, lines);
  const at = (offset: number) => positionAt(file, lines, offset);
  const syntax = document.errors.map(
    (error): Diagnostic => ({
      code: 'MANIFEST_INVALID',
      message: sentence(error.message),
      position: at(error.pos[0]),
    }),
  );
  const faults = [...syntax, ...alteredNumbers(document, at), ...lostKeys(document, at)];
  const read =
    faults.length > 0 ? { value: undefined, diagnostics: faults } : readValue(document, at);
  return {
    file,
    ...read,
    ...locators(placesFor(text, placesIn(document.contents, nameDepth)), at),
  };
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  let start = 0;
  do {
    lines.addNewLine(start);
    start = text.indexOf('\n', start) + 1;
  } while (start > 0);
  return lines;
}

function positionAt(file: string, lines: LineCounter, offset: number): SourcePosition {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function locators(places: (path: SourcePath) => Place, at: (offset: number) => SourcePosition) {
  return {
    locate: (path: SourcePath) => at(offsetOf(places(path), path)),
    locateKey: (path: SourcePath) => {
      const root = places(path);
      return at(keyOffsetOf(root, path) ?? offsetOf(root, path));
    },
  };
}

/** Keys that stand twice are found below: the library compares each with every other. */
function parseQuickly(text: string, lineCounter = new LineCounter()) {
  return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
}

/** Deep enough for every resource's own name. */
const nameDepth = 3;

/** Places are asked for by name of every resource, deeper ones for faults only: those read again. */
function placesFor(text: string, names: Place): (path: SourcePath) => Place {
  let all: Place | undefined;
  return (path) => {
    if (path.length <= nameDepth) return names;
    all ??= placesIn(parseQuickly(text).contents, Number.POSITIVE_INFINITY);
    return all;
  };
}

/**
 * YAML reads 012345678901 as a number and drops the zero, 1.10 as 1.1, and the end of a number with
 * twenty digits is lost: an id that names something else. What does not come back as it was written
 * has to be text.
 */
function alteredNumbers(document: Document, at: (offset: number) => SourcePosition): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value !== 'number' || node.source === String(node.value)) return;
      found.push({
        code: 'MANIFEST_INVALID',
        message: `${node.source} would be read as the number ${node.value}.`,
        position: at(startOf(node)),
        hint: `Put it in quotes: "${node.source}".`,
      });
    },
  });
  return found;
}

/**
 * Keys that would vanish without a word: one to which JavaScript gives a meaning of its own, an
 * alias, and those that are one once they are text, as 1 and "1".
 */
function lostKeys(document: Document, at: (offset: number) => SourcePosition): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refuse = (message: string, node: Node | null) => {
    found.push({ code: 'MANIFEST_INVALID', message, position: at(startOf(node)) });
  };
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const node = isNode(key) ? key : null;
        if (!isScalar(key)) refuse('A key must be a plain text here.', node);
        else if (key.value === '__proto__') refuse('The name "__proto__" cannot be used.', node);
        else if (seen.has(String(key.value))) refuse(`"${key.value}" stands here twice.`, node);
        if (isScalar(key)) seen.add(String(key.value));
      }
    },
  });
  return found;
}

/** The value, or why it cannot be had: aliases that lead nowhere, or to too much. */
function readValue(document: Document, at: (offset: number) => SourcePosition) {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), diagnostics: [] };
  } catch (error) {
    const message = sentence(error instanceof Error ? error.message : String(error));
    const position = at(0);
    return {
      value: undefined,
      diagnostics: [{ code: 'MANIFEST_INVALID' as const, message, position }],
    };
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function sentence(message: string): string {
  const [first = message] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
