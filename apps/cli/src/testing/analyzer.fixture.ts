import { createServer } from 'node:http';
import type { ClientOptions } from '@rolecall/aws';

export interface FakeAnalyzer extends AsyncDisposable {
  readonly aws: ClientOptions;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
}

/** A server in the place of Access Analyzer that always answers with `body`. */
export async function fakeAnalyzer(body: object): Promise<FakeAnalyzer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' };
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    aws: { region: 'us-east-1', credentials, endpoint, maxAttempts: 1 },
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
