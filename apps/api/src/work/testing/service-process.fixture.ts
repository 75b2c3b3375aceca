import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface ServiceProcess {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** Resolves when it has written this to standard error; rejects when it ends before. */
  saw(text: string): Promise<void>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

const main = new URL('../../main.ts', import.meta.url).pathname;

const root = new URL('../../../../../', import.meta.url).pathname;

/** The service as `npm start` runs it, with nothing of the tests' environment. */
export function startProcess(env: Readonly<Record<string, string>>): ServiceProcess {
  return watch(spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** `npm start` itself; its process is npm's, and leads a group of its own, as in a terminal. */
export function startNpm(env: Readonly<Record<string, string>>): ServiceProcess {
  return watch(
    spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }),
  );
}

function watch(child: ChildProcessByStdio<null, Readable, Readable>): ServiceProcess {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
  });
  const ended = once(child, 'close').then(([code, signal]: unknown[]) =>
    typeof code === 'number' ? code : String(signal),
  );
  return {
    process: child,
    output: () => ({ stdout, stderr }),
    ended,
    saw: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (stderr.includes(text)) resolve();
        };
        child.stderr.on('data', look);
        look();
        void ended.then(() => reject(new Error(stdout + stderr)));
      }),
  };
}
