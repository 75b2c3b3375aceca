import type { IAMClient } from '@aws-sdk/client-iam';
import { ask, nothingOn, required } from '../ask.ts';
import { readPages } from '../collect/read-pages.ts';

/** What reads of a single resource go through. */
export interface IamReader {
  readonly iam: IAMClient;
}

/** Sends a Get; `undefined` where the entity is not there. */
export function getEntity<T>(action: string, send: () => Promise<T>): Promise<T | undefined> {
  return ask(action, send).catch(nothingOn('NoSuchEntity'));
}

interface ListedPage {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

/** Reads a paged list whole. An answer without the list is an error, never "none". */
export async function listAll<P extends ListedPage, T>(
  action: string,
  send: (marker: { readonly Marker?: string }) => Promise<P>,
  member: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const pages = await readPages({ action, fetch: (marker) => ask(action, () => send(marker)) });
  return pages.flatMap((page) => required(member(page), action, 'its list'));
}
