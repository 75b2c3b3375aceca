import { join } from 'node:path';
import { runCommand } from './run-command.ts';

type Step = { name: string; command: readonly [program: string, ...args: string[]] };

/** Everything that needs no test run. Each is a program of its own, so each can be run alone. */
const steps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types of the scripts', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the workspaces', command: ['turbo', 'run', 'typecheck', '--continue'] },
  { name: 'boundaries', command: ['node', 'scripts/boundaries.ts'] },
  { name: 'open merges', command: ['node', 'scripts/conflicts.ts'] },
  { name: 'workflows', command: ['node', 'scripts/workflows.ts'] },
  { name: 'contract', command: ['node', 'scripts/contract.ts'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'dependencies', command: ['node', 'scripts/dependencies.ts'] },
  { name: 'canaries', command: ['node', 'scripts/canaries.ts'] },
];

const root = join(import.meta.dirname, '..');
const failures: { name: string; output: string }[] = [];

for (const { name, command } of steps) {
  const started = performance.now();
  const { ok, output } = await runCommand({ command, cwd: root });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'pass' : 'FAIL'}  ${name.padEnd(24)} ${seconds.padStart(5)} s`);
  if (!ok) failures.push({ name, output });
}

for (const { name, output } of failures) console.log(`\n--- ${name}\n${output.trimEnd()}`);
if (failures.length > 0) process.exitCode = 1;
