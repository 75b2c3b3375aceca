import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** A way to the service on which answers are changed, for judges that have to notice. */
export interface TamperingDoor {
  readonly url: string;
  close(): void;
}

/** What becomes of a good answer. */
export type Tampering = (answer: { readonly status: number; readonly body: object }) => {
  readonly status: number;
  readonly body: object;
};

/** Passes on requests without bodies and what JSON has, and changes the answers. */
export async function openTamperingDoor(
  upstream: string,
  tamper: Tampering,
): Promise<TamperingDoor> {
  const server = createServer((request, response) => {
    const { url = '', method = 'GET', headers } = request;
    const pass = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const answer = await fetch(upstream + url, {
        method,
        headers: {
          authorization: headers.authorization ?? '',
          ...(body.length > 0 && { 'content-type': headers['content-type'] ?? '' }),
        },
        ...(body.length > 0 && { body }),
      });
      const told: unknown = await answer.json();
      const changed = tamper({ status: answer.status, body: Object(told) });
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(changed.status, { 'content-type': type });
      response.end(JSON.stringify(changed.body));
    };
    pass().catch((error: unknown) => response.destroy(new Error('upstream', { cause: error })));
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

/** Takes notices of webhooks. */
export async function startReceiver(): Promise<TamperingDoor> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  return { url: await listen(server), close: () => closeServer(server) };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it has no port');
  return `http://127.0.0.1:${address.port}`;
}

function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}
