import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface MotoServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts moto, an AWS emulator that others keep, on a free port. Where it is not installed
 * (`pip install 'moto[server]'`) it says so and gives `undefined`, and tests are skipped.
 */
export async function startMotoServer(): Promise<MotoServer | undefined> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    stdio: 'ignore',
  });
  const ended = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.once('exit', (code) => resolve(`it ended with ${code}`));
  });
  const reason = await Promise.race([ended, isUp(url)]);
  if (reason !== 'up') {
    server.kill();
    process.stderr.write(`Without moto: ${reason}\n`);
    return undefined;
  }
  return {
    url,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

async function isUp(url: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return 'up';
    await setTimeout(100);
  }
  return 'it did not answer within half a minute';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
