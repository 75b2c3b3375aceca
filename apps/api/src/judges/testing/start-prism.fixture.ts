import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const root = new URL('../../../../../', import.meta.url).pathname;

/** Prism between a client and a service. */
export interface Prism {
  readonly url: string;
  /** Resolves when its process is gone. */
  stop(): Promise<void>;
}

/** What Prism says in place of an answer that it does not let through. */
const errorShape = z.object({
  type: z.string().startsWith('https://stoplight.io/prism/errors#'),
  detail: z.string(),
  validation: z
    .array(z.object({ location: z.array(z.string()).default([]), message: z.string() }))
    .default([]),
});

/**
 * Puts Prism before a service, with errors in place of answers that are not in the contract. It is
 * Node's own child, so that stopping it leaves nothing on the port.
 */
export async function startPrism(upstream: string): Promise<Prism> {
  const port = await freePort();
  const program = require.resolve('@stoplight/prism-cli/dist/index.js');
  const options = ['--errors', '--multiprocess', 'false', '--port', String(port)];
  const command = [program, 'proxy', join(root, 'openapi.yaml'), upstream, ...options];
  const child = spawn(process.execPath, command, { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = once(child, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const look = (piece: Buffer): void => {
      if (said.includes('Prism is listening')) return;
      said += piece.toString();
      if (said.includes('Prism is listening')) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void gone.then(() => reject(new Error(said)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', kill);
      kill();
      await gone;
    },
  };
}

export type Verdict =
  /** The answer of the service. */
  | { readonly kind: 'passed' }
  /** The request was wrong; the service was not asked. */
  | { readonly kind: 'request-refused' }
  | { readonly kind: 'answer-refused'; readonly why: string };

/** Whose fault it is, of an answer that came through Prism. */
export function verdictOf(body: string): Verdict {
  const error = errorShape.safeParse(parsed(body)).data;
  if (error === undefined) return { kind: 'passed' };
  const kind = error.type.slice(error.type.indexOf('#') + 1);
  const ofRequest = ['body', 'header', 'path', 'query'];
  const isRequests =
    requestFaults.has(kind) &&
    error.validation.every(
      ({ location: [where] }) => where === undefined || ofRequest.includes(where),
    );
  if (isRequests) return { kind: 'request-refused' };
  return { kind: 'answer-refused', why: JSON.stringify(error) };
}

/** Prism's names of what a request can have wrong. */
const requestFaults: ReadonlySet<string> = new Set([
  'UNPROCESSABLE_ENTITY',
  'UNAUTHORIZED',
  'NO_PATH_MATCHED_ERROR',
  'NO_METHOD_MATCHED_ERROR',
  'INVALID_CONTENT_TYPE',
]);

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('it has no port');
  return address.port;
}
