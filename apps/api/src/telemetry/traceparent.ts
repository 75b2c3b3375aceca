import { parseTraceparent } from '../http/trace-context.ts';

/** A span, as another process knows it. */
export interface SpanPlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
}

/** As W3C Trace Context writes it. */
export function writeTraceparent({ traceId, spanId, sampled }: SpanPlace): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

export function readTraceparent(text: string): SpanPlace | undefined {
  const read = parseTraceparent(text);
  return read && { traceId: read.traceId, spanId: read.parentId, sampled: read.sampled };
}
