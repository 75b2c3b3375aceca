import type { Page, PageCursor, PageQuery } from '../../storage/page.ts';

/** Every row of a list, page by page. */
export async function collectAll<Row>(
  list: (query: PageQuery) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  let after: PageCursor | undefined;
  do {
    const { rows, next } = await list({ limit: 100, after });
    all.push(...rows);
    after = next;
  } while (after !== undefined);
  return all;
}
