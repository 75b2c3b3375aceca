import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { folderOf, manifestOf, sandboxOf } from './testing/run.fixture.ts';

const bin = fileURLToPath(new URL('../bin/rolecall.js', import.meta.url));

const { NODE_COMPILE_CACHE } = process.env;
const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command; only what is given is in its environment, and where Node compiles to. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  try {
    const ended = await promisify(execFile)(process.execPath, [bin, ...args], {
      env: { ...compiled, ...env },
    });
    return { code: 0, ...ended };
  } catch (error) {
    const { code, stdout, stderr } = Object.assign({ code: -1, stdout: '', stderr: '' }, error);
    return { code, stdout, stderr };
  }
}

it('ends with the code of what it found', async () => {
  const check = ['check', '--account', 'sandbox:neglected', '--check', 'root-mfa-enabled'];
  expect(await start(check)).toMatchObject({ code: 2, stderr: '' });
  expect(await start([...check, '--fail-on', 'critical', '--json'])).toMatchObject({ code: 2 });
  expect(await start(['nonsense'])).toMatchObject({ code: 1, stdout: '' });
  expect(await start(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
});

it('colours as the environment says', async () => {
  const check = ['check', '--account', 'sandbox:neglected', '--check', 'root-mfa-enabled'];
  expect((await start(check, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[');
  expect((await start(check, { NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
  expect((await start([...check, '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain(
    '\u001b[',
  );
});

it('prints a completion script, and completes', async () => {
  expect((await start(['completion', 'bash'])).stdout).toContain('complete -F');
  expect((await start(['complete', '--', 'blueprint', 'show', 'ecs'])).stdout).toContain(
    'ecs-express\t',
  );
});

it('is quiet when nobody reads on', async () => {
  const command = `"${process.execPath}" "${bin}" check --account sandbox:neglected | head -1`;
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command]);
  expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' });
});

it('stops between two operations on Ctrl-C', async () => {
  const sandbox = await sandboxOf('untouched');
  const isWrite = () => sandbox.calls.at(-1)?.action.startsWith('iam:Create');
  let press = (): void => {};
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const { method = '', url = '' } = request;
    const answer = await sandbox.handleHttp({ method, path: url, headers, body });
    // The signal arrives while the operation is on its way.
    if (isWrite()) {
      press();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = Object(server.address());
  const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
  const child = spawn(process.execPath, [bin, 'apply', '--yes', '--no-lease'], {
    cwd,
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
    },
  });
  press = () => {
    child.kill('SIGINT');
    press = () => {};
  };
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  server.close();
  expect(code).toBe(1);
  expect(stdout).toContain('Stopped: of 2 operations 1 done, 1 not started');
});
