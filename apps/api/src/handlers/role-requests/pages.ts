import { decodeCursor, encodeCursor } from '../../http/cursor.ts';
import type { Page, PageQuery } from '../../storage/page.ts';

interface AskedPage {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** As the contract has it without `limit`. */
const usualLimit = 20;

/** @throws Problem `cursor-invalid` */
export function pageQuery({ limit = usualLimit, cursor }: AskedPage): PageQuery {
  return cursor === undefined ? { limit } : { limit, after: decodeCursor(cursor) };
}

export function pageBody<Row, Item>({ rows, next }: Page<Row>, toItem: (row: Row) => Item) {
  const items = rows.map(toItem);
  return next === undefined ? { items } : { items, nextCursor: encodeCursor(next) };
}

/** Of lists that are in order of a number or an id alone. */
const noInstant = '1970-01-01T00:00:00.000Z';

/** @throws Problem `cursor-invalid` */
export function keyQuery({ limit = usualLimit, cursor }: AskedPage, key?: RegExp) {
  return { limit, after: cursor === undefined ? undefined : decodeCursor(cursor, key).id };
}

/** A page of `limit + 1` rows, of which the last only shows that there is more. */
export function keyBody<Row, Item>(
  rows: readonly Row[],
  {
    limit,
    keyOf,
    toItem,
  }: {
    readonly limit: number;
    readonly keyOf: (row: Row) => string;
    readonly toItem: (row: Row) => Item;
  },
) {
  const items = rows.slice(0, limit).map(toItem);
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { items };
  return { items, nextCursor: encodeCursor({ createdAt: noInstant, id: keyOf(last) }) };
}
