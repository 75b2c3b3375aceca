import { ownPlace, type Place } from '../yaml-places.ts';
import { type Cursor, take } from './cursor.ts';
import { type Around, deepest, type Placed, takeInline } from './take-inline.ts';
import { takeKey } from './take-scalar.ts';

/** At what a line begins with, or what follows a dash; the end has the column -1. */
interface LineCursor extends Cursor {
  column: number;
}

/**
 * Reads YAML (and JSON) as manifests are mostly written: maps, lists, and scalars of one line. The
 * value and its places, up to `depth` elements of a path, are those that the library gives, for a
 * tenth of the time and of the memory. `undefined` where there is more (anchors, tags, escapes,
 * texts of several lines, odd numbers, nothing at all) or anything wrong: the library has to read
 * the file then, and alone says what is not right.
 */
export function readPlainYaml(text: string, depth: number): Placed | undefined {
  if (strange.test(text) || hasLongLine(text)) return undefined;
  const cursor: LineCursor = { text, at: 0, column: 0 };
  nextLine(cursor);
  const around = { margin: -1, depth };
  const isBracket = /^[[{]/.test(text.charAt(cursor.at));
  const read = isBracket ? takeRest(cursor, around) : takeBlock(cursor, around);
  // A line that nothing took goes on with a text, or belongs to nothing.
  return cursor.column === -1 ? read : undefined;
}

/** Tabs and carriage returns among them. */
const strange = /[^\n\x20-\x7E\u00A1-\u024F\u2010-\u2027]/;

/** Regular expressions keep each step of theirs on a stack that ends. */
const longestLine = 100_000;

function hasLongLine(text: string): boolean {
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > longestLine) return true;
    if (end === -1) return false;
    start = end + 1;
  }
}

const dash = /-(?=[ \n]|$)/y;
const space = / +/y;
const lineEnd = / *(?: #[^\n]*)?(?:\n|$)/y;
const emptyLine = / *(?:#[^\n]*)?(?:\n|$)/y;
const indentation = / */y;

/** From the start of a line to the first that is neither empty nor a comment. */
function nextLine(cursor: LineCursor): void {
  const { length } = cursor.text;
  while (cursor.at < length && take(cursor, emptyLine) !== undefined);
  cursor.column = cursor.at < length ? (take(cursor, indentation)?.length ?? 0) : -1;
}

function takeBlock(cursor: LineCursor, around: Around): Placed | undefined {
  if (around.depth < deepest) return undefined;
  return startsItem(cursor) ? takeList(cursor, around) : takeMap(cursor, around);
}

function takeMap(cursor: LineCursor, { depth, keyAt: ownKeyAt }: Around): Placed | undefined {
  const { column } = cursor;
  const own = ownPlace(cursor.at, ownKeyAt);
  const value: { [key: string]: unknown } = {};
  const parts = depth > 0 ? new Map<string, Place>() : undefined;
  while (cursor.column === column) {
    const keyAt = cursor.at;
    const key = takeKey(cursor, 'block');
    if (key === undefined || Object.hasOwn(value, key)) return undefined;
    const member = takeValue(cursor, { margin: column, depth: depth - 1, keyAt });
    if (member === undefined) return undefined;
    parts?.set(key, member.place);
    value[key] = member.value;
  }
  return { value, place: parts ? { ...own, parts } : own };
}

function takeList(cursor: LineCursor, { depth, keyAt }: Around): Placed | undefined {
  const { column } = cursor;
  const own = ownPlace(cursor.at, keyAt);
  const value: unknown[] = [];
  const parts = depth > 0 ? new Map<string, Place>() : undefined;
  while (cursor.column === column && take(cursor, dash) !== undefined) {
    const item = takeItem(cursor, { margin: column, depth: depth - 1 });
    if (item === undefined) return undefined;
    parts?.set(String(value.length), item.place);
    value.push(item.value);
  }
  return { value, place: parts ? { ...own, parts } : own };
}

/** What follows a colon. A list below may begin where its key does. */
function takeValue(cursor: LineCursor, around: Around): Placed | undefined {
  if (take(cursor, lineEnd) === undefined) return takeRest(cursor, around);
  nextLine(cursor);
  const { column } = cursor;
  const isBelow = column > around.margin || (column === around.margin && startsItem(cursor));
  return isBelow ? takeBlock(cursor, around) : undefined;
}

/** What follows a dash. A map may begin beside it. */
function takeItem(cursor: LineCursor, around: Around): Placed | undefined {
  if (take(cursor, lineEnd) !== undefined) {
    nextLine(cursor);
    return cursor.column > around.margin ? takeBlock(cursor, around) : undefined;
  }
  const dashAt = cursor.at - 1;
  take(cursor, space);
  if (!startsEntry(cursor)) return takeRest(cursor, around);
  cursor.column += cursor.at - dashAt;
  return takeBlock(cursor, around);
}

/** The value that ends with the line, or brackets that end with a further one. */
function takeRest(cursor: LineCursor, around: Around): Placed | undefined {
  take(cursor, space);
  const read = takeInline(cursor, 'block', around);
  if (read === undefined || take(cursor, lineEnd) === undefined) return undefined;
  nextLine(cursor);
  return read;
}

function startsItem(cursor: Cursor): boolean {
  dash.lastIndex = cursor.at;
  return dash.test(cursor.text);
}

function startsEntry(cursor: Cursor): boolean {
  return takeKey({ ...cursor }, 'block') !== undefined;
}
