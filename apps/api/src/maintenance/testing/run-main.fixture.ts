import { execFile } from 'node:child_process';

const main = new URL('../../main.ts', import.meta.url).pathname;

export interface MainOutcome {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command, as an operator runs it, with nothing of the tests' environment. */
export function runMain(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<MainOutcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
