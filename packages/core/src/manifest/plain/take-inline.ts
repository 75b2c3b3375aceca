import { ownPlace, type Place } from '../yaml-places.ts';
import { type Cursor, take } from './cursor.ts';
import { takeKey, takeScalar, type Within } from './take-scalar.ts';

export interface Placed {
  readonly value: unknown;
  readonly place: Place;
}

export interface Around {
  /** Further lines of the value lie right of this column. */
  readonly margin: number;
  /** Up to how many elements of a path places are kept for; below zero within what has none. */
  readonly depth: number;
  /** Of a value in a map. */
  readonly keyAt?: number;
}

/** What is nested deeper than any manifest is left to the library. */
export const deepest = -100;

/** A scalar, or a list or map in brackets. */
export function takeInline(cursor: Cursor, within: Within, around: Around): Placed | undefined {
  const own = ownPlace(cursor.at, around.keyAt);
  const bracket = cursor.text[cursor.at];
  if (bracket === '[') return takeList(cursor, own, around);
  if (bracket === '{') return takeMap(cursor, own, around);
  const value = takeScalar(cursor, within);
  return value === undefined ? undefined : { value, place: own };
}

function takeList(cursor: Cursor, own: Place, { margin, depth }: Around): Placed | undefined {
  const value: unknown[] = [];
  const parts = depth > 0 ? new Map<string, Place>() : undefined;
  const isRead = takeMembers(cursor, { margin, depth, end: ']' }, () => {
    const item = takeInline(cursor, 'flow', { margin, depth: depth - 1 });
    if (item === undefined) return false;
    parts?.set(String(value.length), item.place);
    value.push(item.value);
    return true;
  });
  return isRead ? { value, place: parts ? { ...own, parts } : own } : undefined;
}

function takeMap(cursor: Cursor, own: Place, { margin, depth }: Around): Placed | undefined {
  const value: { [key: string]: unknown } = {};
  const parts = depth > 0 ? new Map<string, Place>() : undefined;
  const isRead = takeMembers(cursor, { margin, depth, end: '}' }, () => {
    const keyAt = cursor.at;
    const key = takeKey(cursor, 'flow');
    if (key === undefined || Object.hasOwn(value, key) || !skipSpace(cursor, margin)) return false;
    const member = takeInline(cursor, 'flow', { margin, depth: depth - 1, keyAt });
    if (member === undefined) return false;
    parts?.set(key, member.place);
    value[key] = member.value;
    return true;
  });
  return isRead ? { value, place: parts ? { ...own, parts } : own } : undefined;
}

interface Brackets extends Around {
  readonly end: ']' | '}';
}

/** What stands in brackets, with one comma between each two. */
function takeMembers(
  cursor: Cursor,
  { margin, depth, end }: Brackets,
  takeMember: () => boolean,
): boolean {
  cursor.at++;
  if (depth < deepest || !skipSpace(cursor, margin)) return false;
  if (cursor.text[cursor.at] === end) {
    cursor.at++;
    return true;
  }
  for (;;) {
    if (!takeMember() || !skipSpace(cursor, margin)) return false;
    const mark = cursor.text[cursor.at];
    cursor.at++;
    if (mark === end) return true;
    if (mark !== ',' || !skipSpace(cursor, margin)) return false;
  }
}

const spaces = /[ \n]*/y;

function skipSpace(cursor: Cursor, margin: number): boolean {
  const skipped = take(cursor, spaces) ?? '';
  const line = skipped.lastIndexOf('\n');
  return line === -1 || skipped.length - line - 1 > margin;
}
