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

/**
 * Posts JSON to the addresses that were checked, whatever the name leads to by now; gives the status.
 * Follows nothing, keeps no connection, and reads nothing of the answer but its head: what a stranger
 * says must not get anywhere.
 *
 * @throws Error where there is no answer in time
 */
export async function postJson(post: Post): Promise<number> {
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
  return response.statusCode ?? 0;
}

function pinnedTo(addresses: Post['target']['addresses']): LookupFunction {
  return (_host, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0].address, addresses[0].family);
  };
}
