import { type Cursor, take } from './cursor.ts';

/** Whether a text without quotes ends with its line, or with a comma or bracket as well. */
export type Within = 'block' | 'flow';

// Fewer than YAML allows: what begins with another character is left to the library.
const first = '[A-Za-z0-9_/($\\u00A1-\\u024F]';
const texts = {
  block: plainText('[^ \\n:]', '[^ \\n]'),
  flow: plainText('[^ \\n:,[\\]{}#]', '[^ \\n,[\\]{}]'),
};
const quoted = /"[^"\\\n]*"|'[^'\n]*'/y;
const colon = /:(?=[ \n]|$)/y;

/** Words of such characters and of colons that have one of the other after them. */
function plainText(character: string, afterColon: string): RegExp {
  const part = `(?:${character}|:(?=${afterColon}))`;
  return new RegExp(`${first}${part}*(?: +(?!#)${part}+)*`, 'y');
}

/** A scalar on one line; `undefined` where it takes more than this to read it. */
export function takeScalar(cursor: Cursor, within: Within): string | number | boolean | undefined {
  const text = take(cursor, quoted);
  if (text !== undefined) return text.slice(1, -1);
  const plain = take(cursor, texts[within]);
  return plain === undefined ? undefined : meaningOf(plain);
}

/** A little less than YAML allows. */
const longestKey = 1_000;

/** A key with its colon; the cursor stays where there is none. */
export function takeKey(cursor: Cursor, within: Within): string | undefined {
  const start = cursor.at;
  const key = takeScalar(cursor, within);
  const isKey = typeof key === 'string' && key !== '__proto__' && key.length < longestKey;
  if (isKey && take(cursor, colon) !== undefined) return key;
  cursor.at = start;
  return undefined;
}

/** By the core schema of YAML 1.2; of numbers only those that come back as they were written. */
function meaningOf(plain: string): string | number | boolean | undefined {
  if (/^\D/.test(plain)) {
    if (!/^(?:true|false|null)$/i.test(plain)) return plain;
    return plain === 'true' ? true : plain === 'false' ? false : undefined;
  }
  if (/^(?:0|[1-9]\d{0,14})$/.test(plain)) return Number(plain);
  const isText = /^\d{4}-\d\d-\d\d|[^\da-fox.+-]/i.test(plain);
  return isText ? plain : undefined;
}
