import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  /** `127.0.0.1:{port}` */
  readonly host: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Answers with the status that the path says (`/503`), 429 for ten minutes; `/silent` is never answered. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { url: path = '', headers } = request;
      received.push({ path, headers, body });
      if (path === '/silent') return;
      const status = Number(path.slice(1));
      if (status >= 300 && status < 400) response.setHeader('location', '/204');
      if (status === 429) response.setHeader('retry-after', '600');
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return {
    host: `127.0.0.1:${address.port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
