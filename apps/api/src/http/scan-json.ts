/** What is refused though JSON allows it, or leaves it open. */
export type JsonFault = 'too-deep' | 'duplicate-key' | 'prototype-key' | 'unstorable-text';

const maxDepth = 64;
const quote = 34;
const backslash = 92;

/**
 * Looks over a text before it is parsed. Readers disagree on which of two equal keys counts; deep
 * nesting ends the stack of whoever walks it later; PostgreSQL stores neither NUL nor half a
 * surrogate pair. Whether the text is JSON at all is for the parser to say.
 */
export function scanJson(text: string): JsonFault | undefined {
  const keys: (Set<string> | undefined)[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 123 || code === 91) {
      keys.push(code === 123 ? new Set() : undefined);
      if (keys.length > maxDepth) return 'too-deep';
    } else if (code === 125 || code === 93) {
      keys.pop();
    } else if (code === quote) {
      const end = endOfString(text, index);
      const raw = text.slice(index + 1, end);
      const value = raw.includes('\\') ? unescapeText(raw) : raw;
      if (isUnstorable(raw, value)) return 'unstorable-text';
      index = end;
      const names = keys.at(-1);
      if (names !== undefined && isKey(text, end)) {
        if (value === '__proto__') return 'prototype-key';
        if (names.has(value)) return 'duplicate-key';
        names.add(value);
      }
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === quote) return index;
    index += code === backslash ? 2 : 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let index = end + 1;
  while (index < text.length && text.charCodeAt(index) <= 32) index += 1;
  return text.charCodeAt(index) === 58;
}

/** A raw surrogate cannot be here: the bytes were decoded as strict UTF-8. */
function isUnstorable(raw: string, value: string): boolean {
  return raw.includes('\\u') && (value.includes('\0') || !value.isWellFormed());
}

function unescapeText(raw: string): string {
  return raw.replace(/\\u([0-9a-fA-F]{4})|\\(.)/gs, (_, hex: string | undefined, other: string) =>
    hex === undefined ? other : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
