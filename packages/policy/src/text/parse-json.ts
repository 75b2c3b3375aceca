import type { Member, SyntaxNode, SyntaxTree } from './syntax-tree.ts';

export interface SyntaxFault {
  /** What is wrong, as a sentence. */
  readonly message: string;
  readonly offset: number;
}

export type ParsedJson =
  | { readonly ok: true; readonly tree: SyntaxTree }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** Policies nest nine levels deep at most; beyond this a text is not read any further. */
export const maxDepth = 200;

/**
 * Reads JSON strictly (RFC 8259; no comments, no trailing commas, one value) and keeps the places.
 * A leading byte order mark is passed over. Never throws: a text that is not JSON, or nests deeper
 * than `maxDepth`, gives the first fault.
 */
export function parseJson(text: string): ParsedJson {
  const reader = new JsonReader(text);
  try {
    return { ok: true, tree: { text, root: reader.readDocument() } };
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, fault: error.fault };
    throw error;
  }
}

class JsonFault extends Error {
  readonly fault: SyntaxFault;
  constructor(fault: SyntaxFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const whitespace = /[ \t\n\r]*/y;
const numberLiteral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

class JsonReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): SyntaxNode {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    this.skipSpace();
    if (this.at === this.text.length) this.fail('The text is empty.');
    const root = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail(`${this.seen()} stands after the end of the value.`);
    return root;
  }

  readValue(depth: number): SyntaxNode {
    if (depth > maxDepth) this.fail(`The text nests more than ${maxDepth} levels deep.`);
    switch (this.text[this.at]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readArray(depth);
      case '"':
        return this.readString();
      case 't':
        return { ...this.readWord('true'), kind: 'boolean', value: true };
      case 'f':
        return { ...this.readWord('false'), kind: 'boolean', value: false };
      case 'n':
        return { ...this.readWord('null'), kind: 'null' };
      default:
        return this.readNumber();
    }
  }

  readObject(depth: number): SyntaxNode {
    const start = this.at++;
    const members: Member[] = [];
    this.skipSpace();
    if (this.text[this.at] === '}') return { kind: 'object', members, start, end: ++this.at };
    while (true) {
      this.skipSpace();
      if (this.text[this.at] !== '"')
        this.fail(`A key in double quotes was expected, not ${this.seen()}.`);
      const key = this.readString();
      this.skipSpace();
      if (this.text[this.at] !== ':')
        this.fail(`":" was expected after the key, not ${this.seen()}.`);
      this.at++;
      this.skipSpace();
      members.push({ key, value: this.readValue(depth + 1) });
      this.skipSpace();
      const next = this.text[this.at];
      if (next === '}') return { kind: 'object', members, start, end: ++this.at };
      if (next !== ',') this.fail(`"," or "}" was expected, not ${this.seen()}.`);
      this.at++;
    }
  }

  readArray(depth: number): SyntaxNode {
    const start = this.at++;
    const items: SyntaxNode[] = [];
    this.skipSpace();
    if (this.text[this.at] === ']') return { kind: 'array', items, start, end: ++this.at };
    while (true) {
      this.skipSpace();
      items.push(this.readValue(depth + 1));
      this.skipSpace();
      const next = this.text[this.at];
      if (next === ']') return { kind: 'array', items, start, end: ++this.at };
      if (next !== ',') this.fail(`"," or "]" was expected, not ${this.seen()}.`);
      this.at++;
    }
  }

  readString() {
    const start = this.at++;
    let value = '';
    while (true) {
      value += this.readPlain();
      const next = this.text[this.at];
      if (next === '"') return { kind: 'string' as const, value, start, end: ++this.at };
      if (next === undefined) this.fail('A text in double quotes has no end.', start);
      if (next !== '\\')
        this.fail('A line break or control character stands in a text; write it as an escape.');
      value += this.readEscape();
    }
  }

  /** Up to the next quote, backslash or control character. */
  readPlain(): string {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22 || code === 0x5c || code < 0x20) break;
    }
    return this.text.slice(start, this.at);
  }

  readEscape(): string {
    const start = this.at;
    const letter = this.text[start + 1] ?? '';
    if (letter === 'u') {
      const digits = this.text.slice(start + 2, start + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('"\\u" needs four hexadecimal digits.');
      this.at = start + 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = escapes.get(letter);
    if (character === undefined) this.fail(`"\\${letter}" is no escape of JSON.`);
    this.at = start + 2;
    return character ?? '';
  }

  readNumber(): SyntaxNode {
    const start = this.at;
    const text = this.match(numberLiteral);
    if (text === '') this.fail(`A value was expected, not ${this.seen()}.`);
    return { kind: 'number', text, start, end: this.at };
  }

  readWord(word: string) {
    const start = this.at;
    if (!this.text.startsWith(word, start)) this.fail(`A value was expected, not ${this.seen()}.`);
    this.at += word.length;
    return { start, end: this.at };
  }

  skipSpace(): void {
    this.match(whitespace);
  }

  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  seen(): string {
    const [character] = this.text.slice(this.at, this.at + 2);
    return character === undefined ? 'the end of the text' : JSON.stringify(character);
  }

  fail(message: string, offset = this.at): never {
    throw new JsonFault({ message, offset });
  }
}
