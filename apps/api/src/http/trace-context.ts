import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** W3C Trace Context of a request, kept for whoever traces further. */
export interface TraceContext {
  /** 32 hexadecimal digits; also the id of the request. */
  readonly traceId: string;
  /** The span of the client, when it sent one. */
  readonly parentId: string | null;
  readonly sampled: boolean;
  readonly state: string | null;
}

const traceparent = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/**
 * The trace id of the client, or one of ours. Without `newTraceId` ours are unique by process and
 * count, which is cheap.
 */
export function createRequestIds(
  newTraceId?: () => string,
): (headers: IncomingHttpHeaders) => string {
  const prefix = randomBytes(10).toString('hex');
  let count = 0;
  return (headers) => {
    const given = headers['traceparent'];
    const traceId = typeof given === 'string' ? parseTraceparent(given)?.traceId : undefined;
    if (traceId !== undefined) return traceId;
    if (newTraceId !== undefined) return newTraceId();
    count += 1;
    return prefix + count.toString(16).padStart(12, '0');
  };
}

export function readTraceContext(headers: IncomingHttpHeaders, requestId: string): TraceContext {
  const given = headers['traceparent'];
  const parsed = typeof given === 'string' ? parseTraceparent(given) : undefined;
  const state = headers['tracestate'];
  return parsed === undefined
    ? { traceId: requestId, parentId: null, sampled: false, state: null }
    : { ...parsed, state: typeof state === 'string' ? state : null };
}

export function parseTraceparent(
  text: string,
): (Omit<TraceContext, 'state'> & { readonly parentId: string }) | undefined {
  const [, version, traceId, parentId, flags] = traceparent.exec(text) ?? [];
  if (traceId === undefined || parentId === undefined || flags === undefined) return undefined;
  if (version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
