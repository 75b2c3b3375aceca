import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

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
  if (reason === 'up') {
    const stop = async (): Promise<void> => {
      server.kill();
      await ended;
    };
    return { url, stop };
  }
  server.kill();
  console.warn(`Tests on moto are skipped: ${reason}`);
  return undefined;
}

async function isUp(url: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return 'up';
    await delay(100);
  }
  return 'it did not answer within half a minute';
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
