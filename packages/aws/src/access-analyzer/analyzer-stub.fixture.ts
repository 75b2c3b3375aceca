import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RolecallError } from '@rolecall/core';

/** One request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly authorization: string;
}

export interface WireAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnalyzerStub extends AsyncDisposable {
  readonly endpoint: string;
  readonly requests: readonly WireRequest[];
}

/** A server that gives the answers one by one; the last one stays. */
export async function serveAnalyzer(...answers: readonly WireAnswer[]): Promise<AnalyzerStub> {
  const requests: WireRequest[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const url = new URL(request.url ?? '/', 'http://stub');
    requests.push({
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? undefined : JSON.parse(text),
      authorization: request.headers.authorization ?? '',
    });
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    const type = { 'content-type': 'application/json' };
    response.writeHead(answer?.status ?? 200, { ...type, ...answer?.headers });
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export function ok(body: unknown): WireAnswer {
  return { headers: { 'x-amzn-requestid': 'r-1' }, body: JSON.stringify(body) };
}

/** An error as a REST-JSON service sends it. */
export function wireError(
  type: string,
  { status = 400, message = 'no', ...members }: WireErrorOptions = {},
): WireAnswer {
  return {
    status,
    headers: { 'x-amzn-errortype': type },
    body: JSON.stringify({ message, ...members }),
  };
}

interface WireErrorOptions {
  readonly status?: number;
  readonly message?: string;
  readonly [member: string]: unknown;
}

export function denied(action: string): WireAnswer {
  const who = 'arn:aws:sts::111122223333:assumed-role/Reader/me';
  const why = `because no identity-based policy allows the ${action} action`;
  return wireError('AccessDeniedException', {
    status: 403,
    message: `User: ${who} is not authorized to perform: ${action} on resource: * ${why}`,
  });
}

export const signInPage: WireAnswer = {
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Please sign in</body></html>',
};

/** What a promise fails with; a test in which it does not fail is red. */
export async function failureOf(promise: Promise<unknown>): Promise<RolecallError> {
  const error: unknown = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof RolecallError) return error;
  throw error;
}
