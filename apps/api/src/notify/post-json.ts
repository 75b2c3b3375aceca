import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CheckedTarget } from './check-target.ts';

export interface Post {
  readonly target: Extract<CheckedTarget, { kind: 'allowed' }>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For everything from connecting to the head of the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  /** As it came; empty when it did not. */
  readonly retryAfter: string;
}

/**
 * Posts JSON to the addresses that were checked, whatever the name leads to by now; gives the status and how
 * long to wait. Follows nothing, keeps no connection, and reads nothing of the answer but its head: what a stranger
 * says must not get anywhere.
 *
 * @throws Error where there is no answer in time
 */
export async function postJson(post: Post): Promise<PostAnswer> {
  const { target, headers, body, timeoutMs } = post;
  const send = target.url.protocol === 'https:' ? requestTls : requestPlain;
  const timeout = AbortSignal.timeout(timeoutMs);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = send(target.url, {
    method: 'POST',
    agent: false,
    lookup: pinnedTo(target.addresses),
    signal: AbortSignal.any([timeout, post.signal]),
    maxHeaderSize: 16 * 1024,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'rolecall-webhooks',
    },
  });
  request.once('response', resolve);
  request.on('error', (error) =>
    reject(timeout.aborted ? new Error(`No answer within ${timeoutMs} ms.`) : error),
  );
  request.end(body);
  const response = await promise;
  response.on('error', () => {});
  response.destroy();
  const { statusCode, headers: heads } = response;
  return { status: statusCode ?? 0, retryAfter: heads['retry-after'] ?? '' };
}

function pinnedTo(addresses: Post['target']['addresses']): LookupFunction {
  return (_host, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0].address, addresses[0].family);
  };
}
