import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Attempt } from './run-python.ts';

export interface Z3Run {
  readonly version: string;
  /** Milliseconds until the first answer. */
  readonly loading: number;
  /** In the order of the formulas; fewer when the time was over. */
  readonly answers: readonly Z3Answer[];
}

export interface Z3Answer {
  /** `sat`, `unsat`, `unknown` or an error. */
  readonly answer: string;
  readonly milliseconds: number;
}

export interface Z3Limits {
  readonly perFormula: number;
  readonly forAll: number;
}

/** Lets z3 decide formulas in SMT-LIB; limits in milliseconds. */
export function runZ3(
  formulas: readonly string[],
  { perFormula, forAll }: Z3Limits,
): Attempt<Z3Run> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  try {
    const file = join(folder, 'formulas.json');
    writeFileSync(file, JSON.stringify(formulas));
    const script = fileURLToPath(new URL('z3-decide.ts', import.meta.url));
    const run = spawnSync(process.execPath, [script, file, String(perFormula), String(forAll)], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      timeout: forAll * 2,
      killSignal: 'SIGKILL',
    });
    // A process that was ended may have been in the middle of a line.
    const lines = run.stdout.split('\n').slice(0, -1);
    const [head, ...answers] = lines;
    if (head === undefined) {
      const reason = run.stderr.trim().split('\n').at(-1) || `status ${run.status}`;
      return { ok: false, reason: `z3 did not start: ${reason}` };
    }
    const { version, loading }: { version: string; loading: number } = JSON.parse(head);
    return { ok: true, value: { version, loading, answers: answers.map(parseAnswer) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parseAnswer(line: string): Z3Answer {
  const answer: Z3Answer = JSON.parse(line);
  return answer;
}
