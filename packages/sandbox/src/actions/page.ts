import type { Call } from '../authorization.ts';
import { refuse } from '../aws-error.ts';

export interface PageRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** One page of a list and what AWS says of the rest. The default page has 100 items. */
export function pageOf<T>(call: Call, { Marker, MaxItems }: PageRequest, items: readonly T[]) {
  const start = Marker === undefined ? 0 : offsetOf(Marker);
  const size = Math.min(MaxItems ?? 100, call.account.faults.pageSize ?? Number.POSITIVE_INFINITY);
  const end = start + Math.max(1, size);
  const more = end < items.length;
  return {
    items: items.slice(start, end),
    rest: { IsTruncated: more, Marker: more ? markerOf(end) : undefined },
  };
}

/** One page where the request names its token and size otherwise; `next` is the token of the rest. */
export function tokenPage<T>(
  call: Call,
  { token, size }: { readonly token: string | undefined; readonly size?: number | undefined },
  all: readonly T[],
): { readonly items: readonly T[]; readonly next: string | undefined } {
  const { items, rest } = pageOf(call, { Marker: token, MaxItems: size }, all);
  return { items, next: rest.Marker };
}

function markerOf(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64');
}

function offsetOf(marker: string): number {
  const match = /^offset:(\d+)$/.exec(Buffer.from(marker, 'base64').toString());
  return match === null ? refuse('ValidationError', 'Invalid Marker.') : Number(match[1]);
}
