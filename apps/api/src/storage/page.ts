/** Where a page ends: the place of its last row in the order of the list. */
export interface PageCursor {
  readonly createdAt: string;
  readonly id: string;
}

export interface PageQuery {
  /** At most so many rows, at least 1. */
  readonly limit: number;
  /** Begins behind this place. */
  readonly after?: PageCursor | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where to go on; undefined on the last page. */
  readonly next: PageCursor | undefined;
}

/** Makes a page of `limit + 1` rows: the one too many only shows that there is more. */
export function pageOf<Row extends PageCursor>(rows: readonly Row[], limit: number): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? { createdAt: last.createdAt, id: last.id }
      : undefined;
  return { rows: kept, next };
}
