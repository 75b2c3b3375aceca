import { spawnSync } from 'node:child_process';

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const twoMinutes = 120_000;

/** What a Python program prints, or why it did not: no Python, a module that is not installed. */
export function runPython(args: readonly string[], input = ''): Attempt<string> {
  const run = spawnSync('python3', [...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: twoMinutes,
  });
  if (run.error !== undefined) return { ok: false, reason: run.error.message };
  if (run.status === 0) return { ok: true, value: run.stdout };
  const lastLine = run.stderr.trim().split('\n').at(-1);
  return { ok: false, reason: lastLine || `python3 ended with status ${run.status}` };
}
