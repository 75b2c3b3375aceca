import { request as open } from 'node:http';
import type { FuzzedRequest } from '../../http/testing/request.arbitrary.ts';

export interface FuzzedAnswer {
  readonly status: number;
  readonly type: string;
  /** Of a stream, nothing. */
  readonly body: string;
}

/** No answer takes so long, not even beside other work on a slow machine. */
const deadlineMs = 30_000;

/**
 * Sends it as it is, with none of the corrections of a client.
 *
 * @throws Error that names the request when there is no answer, or not in time
 */
export function sendFuzzed(
  url: string,
  { method, url: path, headers, payload }: FuzzedRequest,
  token: string | undefined,
): Promise<FuzzedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<FuzzedAnswer>();
  const fail = (cause: Error): void =>
    reject(new Error(`no answer: ${method} ${path} ${String(payload)}`, { cause }));
  const size = payload === undefined ? 0 : Buffer.byteLength(payload);
  const request = open(url + path, {
    method,
    headers: {
      ...headers,
      ...(payload === undefined ? {} : { 'content-length': String(size) }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(deadlineMs),
  });
  request.on('error', fail);
  request.on('response', (response) => {
    const { statusCode: status = 0 } = response;
    const type = response.headers['content-type'] ?? '';
    if (type.startsWith('text/event-stream')) {
      request.off('error', fail).on('error', () => {});
      response.destroy();
      resolve({ status, type, body: '' });
      return;
    }
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', fail);
    response.on('end', () =>
      resolve({ status, type, body: Buffer.concat(chunks).toString('utf8') }),
    );
  });
  request.end(payload);
  return promise;
}
