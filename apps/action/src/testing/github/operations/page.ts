import type { Ask } from './answer.ts';

export interface Page<Item> {
  readonly items: Item[];
  /** The `Link` header, where there is more than one page. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The page that `page` and `per_page` ask for. */
export function pageOf<Item>(ask: Ask, all: readonly Item[], perPageDefault = 30): Page<Item> {
  const perPage = Math.min(100, Math.max(1, Number(ask.query('per_page') ?? perPageDefault)));
  const page = Math.max(1, Number(ask.query('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const to = (number: number) => ({ per_page: String(perPage), page: String(number) });
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    headers: linkHeader(ask.link, {
      ...(page > 1 && { prev: to(page - 1) }),
      ...(page < last && { next: to(page + 1), last: to(last) }),
      ...(page > 1 && { first: to(1) }),
    }),
  };
}

/** The page that `before` or `after` asks for; these name an item, here by its place. */
export function cursorPageOf<Item>(ask: Ask, all: readonly Item[]): Page<Item> {
  const perPage = Math.min(100, Math.max(1, Number(ask.query('per_page') ?? 30)));
  const after = ask.query('after');
  const before = ask.query('before');
  const start =
    before !== undefined
      ? Math.max(0, placeOf(before) - perPage)
      : after === undefined
        ? 0
        : placeOf(after) + 1;
  const end = before === undefined ? start + perPage : placeOf(before);
  const to = (cursor: 'before' | 'after', place: number) => ({
    per_page: String(perPage),
    [cursor]: Buffer.from(`place:${place}`).toString('base64url'),
  });
  return {
    items: all.slice(start, end),
    headers: linkHeader(ask.link, {
      ...(start > 0 && { prev: to('before', start) }),
      ...(end < all.length && { next: to('after', end - 1) }),
    }),
  };
}

function placeOf(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').toString().replace('place:', ''));
}

function linkHeader(
  link: URL,
  pages: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string> {
  const links = Object.entries(pages).map(([rel, parameters]) => {
    const url = new URL(link);
    for (const name of ['before', 'after', 'page']) url.searchParams.delete(name);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return `<${url.href}>; rel="${rel}"`;
  });
  return links.length === 0 ? {} : { link: links.join(', ') };
}
