import autocannon from 'autocannon';
import type { ServiceRequest } from './service-requests.ts';

export interface Load {
  readonly url: string;
  readonly request: ServiceRequest;
  readonly connections: number;
  readonly until: { readonly seconds: number } | { readonly requests: number };
}

export interface LoadResult {
  /** With a status of 2xx. */
  readonly answered: number;
  /** Everything else: other statuses, broken connections, time-outs. */
  readonly failed: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

let keys = 0;

/** Sends the same request again and again, as fast as it is answered. */
export async function sendLoad({ url, request, connections, until }: Load): Promise<LoadResult> {
  const { method, path, headers, body, keyed } = request;
  const withKey = (sent: autocannon.Request): autocannon.Request => {
    keys += 1;
    return { ...sent, headers: { ...sent.headers, 'idempotency-key': keyOf(keys) } };
  };
  const result = await autocannon({
    url,
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.requests }),
    requests: [
      {
        method,
        path,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        ...(keyed ? { setupRequest: withKey } : {}),
      },
    ],
  });
  const answered = result['2xx'];
  return {
    answered,
    failed: result.non2xx + result.errors + result.timeouts,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

function keyOf(count: number): string {
  return `bench-${process.pid}-${count}`;
}
