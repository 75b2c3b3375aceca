import { ask, badResponse, required } from '../ask.ts';

interface TokenPage {
  readonly NextToken?: string | undefined;
  readonly nextToken?: string | undefined;
}

interface ListRead<P extends TokenPage, T> {
  readonly action: string;
  /** Sends the request for one page; the first has no token. */
  readonly send: (token: string | undefined) => Promise<P>;
  readonly list: (page: P) => readonly T[] | undefined;
  /** Stops before the last page where that much is enough. */
  readonly enough?: number | undefined;
}

interface List<T> {
  readonly items: readonly T[];
  /** Whether AWS has more than was read. */
  readonly more: boolean;
}

/** Reads a list that AWS pages by tokens, whole. A page without the list is an error, never "none". */
export async function readList<P extends TokenPage, T>(
  read: Omit<ListRead<P, T>, 'enough'>,
): Promise<readonly T[]> {
  return (await readStart(read)).items;
}

/** Reads pages until there is enough. AWS may send an empty page with more behind it. */
export async function readStart<P extends TokenPage, T>({
  action,
  send,
  list,
  enough = Number.POSITIVE_INFINITY,
}: ListRead<P, T>): Promise<List<T>> {
  const items: T[] = [];
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await ask(action, () => send(token));
    items.push(...required(list(page), action, 'its list'));
    token = page.NextToken || page.nextToken || undefined;
    if (token === undefined) return { items, more: false };
    if (items.length >= enough) return { items, more: true };
    if (tokens.has(token)) throw badResponse(action, 'with the same token twice');
    tokens.add(token);
  }
}
