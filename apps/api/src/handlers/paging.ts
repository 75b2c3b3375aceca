import { decodeCursor, encodeCursor, type Position } from '../http/cursor.ts';
import type { PageQuery } from '../storage/page.ts';

export interface PageParameters {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const defaultLimit = 20;

/** How ids of lists look that are not of UUIDs. */
export const sha256Pattern = /^[0-9a-f]{64}$/;
export const accountIdPattern = /^\d{12}$/;
export const countPattern = /^\d{1,15}$/;
/** An integer of four bytes. */
export const positionPattern = /^\d{1,9}$/;

/** @throws Problem `cursor-invalid` */
export function pageQuery(query: PageParameters, id?: RegExp): PageQuery {
  const { limit = defaultLimit, cursor } = query;
  return { limit, after: cursor === undefined ? undefined : decodeCursor(cursor, id) };
}

export function nextCursor(next: Position | undefined): { readonly nextCursor?: string } {
  return next === undefined ? {} : { nextCursor: encodeCursor(next) };
}
