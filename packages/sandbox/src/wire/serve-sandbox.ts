import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Sandbox } from '../sandbox.ts';

export interface ServedSandbox {
  /** For `AWS_ENDPOINT_URL`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP; port 0 takes a free one. */
export async function serveSandbox(
  sandbox: Sandbox,
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string },
): Promise<ServedSandbox> {
  const server = createServer((request, response) => {
    answer(sandbox, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const received = Buffer.concat(chunks);
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  const {
    status,
    headers: answerHeaders,
    body,
    bytes,
  } = await sandbox.handleHttp({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(headers),
    body: received.toString('utf8'),
    bytes: received,
  });
  response.writeHead(status, answerHeaders).end(bytes ?? body);
}
