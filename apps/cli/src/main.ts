import { on } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment, TextOutput } from './environment.ts';
import { runCli } from './run-cli.ts';

// The only file that touches the process.
const stop = new AbortController();

/**
 * One Ctrl-C reaches us from the terminal and again from npm, or from the launcher, which hand on
 * what they get; what comes at once is therefore one.
 */
const echoMs = 300;
let firstAt: number | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const now = performance.now();
    firstAt ??= now;
    if (stop.signal.aborted && now - firstAt > echoMs) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
    stop.abort();
  });
}

// The reader has seen enough, as `head` has, or the terminal is gone. What is being applied is carried
// through all the same.
const nobodyReads = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (!nobodyReads.includes(error.code ?? '')) throw error;
  });
}

function outputTo(stream: NodeJS.WriteStream): TextOutput {
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      // Some pseudo-terminals say 0.
      return stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
    },
    write: (text) => void stream.write(text),
  };
}

async function readLine(signal: AbortSignal): Promise<string | undefined> {
  // In raw mode readline takes Ctrl-C for itself; without a terminal of its own it does not.
  const lines = createInterface({ input: process.stdin, terminal: false });
  signal.addEventListener('abort', () => lines.close(), { once: true });
  try {
    for await (const line of lines) return line;
    return undefined;
  } finally {
    lines.close();
  }
}

/** Raw mode shows nothing; what the terminal does otherwise has to be done here. */
async function readHidden(signal: AbortSignal): Promise<string | undefined> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.resume();
  let typed = '';
  try {
    for await (const chunk of on(stdin, 'data', { signal })) {
      for (const character of Buffer.concat(chunk).toString('utf8')) {
        if (character === '\r' || character === '\n') return typed;
        if (character === '\u0003' || character === '\u0004') return undefined;
        typed = character === '\u007F' ? typed.slice(0, -1) : typed + character;
      }
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}

const environment: Environment = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  nodeVersion: process.version,
  stdin: { isTTY: process.stdin.isTTY === true, readLine, readHidden },
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  now: () => new Date(),
  sleep: (ms) => delay(ms, undefined, { signal: stop.signal }).catch(() => {}),
  signal: stop.signal,
  aws: {},
};

process.exitCode = await runCli(environment);
// Node drops its signal handlers when it ends: the echo must not be what ends it.
if (firstAt !== undefined) await delay(Math.max(0, firstAt + echoMs - performance.now()));
