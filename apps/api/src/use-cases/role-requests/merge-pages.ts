import { type Page, type PageCursor, type PageQuery, pageOf } from '../../storage/page.ts';

/** A list, the newest first. */
export type Source<Row> = (query: PageQuery) => Promise<Page<Row>>;

export interface MergeQuery<Row> extends PageQuery {
  /** What is asked of a row that its source cannot be asked for. */
  readonly keep?: (row: Row) => boolean | Promise<boolean>;
}

/** More pages than that are not read to fill one; the client goes on from there. */
const mostRounds = 20;

/**
 * One list of several that may overlap, the newest first. A page may come out short where much is
 * not kept, and still name a next one.
 */
export async function mergePages<Row extends PageCursor>(
  sources: readonly Source<Row>[],
  { limit, after, keep = () => true }: MergeQuery<Row>,
): Promise<Page<Row>> {
  const kept: Row[] = [];
  let from = after;
  for (let round = 0; round < mostRounds; round += 1) {
    const { rows, next } = await mergeOnce(sources, { limit: limit + 1, after: from });
    for (const row of rows) {
      if (await keep(row)) kept.push(row);
    }
    if (next === undefined || kept.length > limit) return pageOf(kept, limit);
    from = next;
  }
  return { rows: kept, next: from };
}

async function mergeOnce<Row extends PageCursor>(
  sources: readonly Source<Row>[],
  query: PageQuery,
): Promise<Page<Row>> {
  const pages = await Promise.all(sources.map((source) => source(query)));
  const rows = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  const merged = [...rows.values()].sort(newestFirst);
  const { rows: first, next } = pageOf(merged, query.limit);
  const last = first.at(-1);
  const hasMore = next !== undefined || pages.some((page) => page.next !== undefined);
  return {
    rows: first,
    next: hasMore && last ? { createdAt: last.createdAt, id: last.id } : undefined,
  };
}

function newestFirst(a: PageCursor, b: PageCursor): number {
  const later = Date.parse(b.createdAt) - Date.parse(a.createdAt);
  return later === 0 ? (a.id < b.id ? 1 : -1) : later;
}
