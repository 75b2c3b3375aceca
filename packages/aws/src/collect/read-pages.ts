import { badResponse, required } from '../ask.ts';

interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}

interface PagedRead<P extends Page> {
  readonly action: string;
  readonly fetch: (marker: { readonly Marker?: string }) => Promise<P>;
}

/** Follows AWS's markers to the last page. A page cut short without a marker is an error. */
export async function readPages<P extends Page>({
  action,
  fetch,
}: PagedRead<P>): Promise<readonly P[]> {
  const pages: P[] = [];
  const markers = new Set<string>();
  for (let marker: string | undefined; ; ) {
    const page = await fetch(marker === undefined ? {} : { Marker: marker });
    pages.push(page);
    if (page.IsTruncated !== true) return pages;
    marker = required(page.Marker, action, 'the Marker of the next page');
    if (markers.has(marker)) throw badResponse(action, 'with the same Marker twice');
    markers.add(marker);
  }
}
