import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../apps/action/dist');

/**
 * Size of the action's bundle, and how long it takes until it says that it is not in a workflow,
 * beside an empty script: interleaved, medians, and their ratio.
 */
export function measureActionStartup(rounds: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const times: { readonly empty: number[]; readonly action: number[] } = { empty: [], action: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.empty.push(timeOf(empty));
    times.action.push(timeOf(join(dist, 'main.js')));
  }
  rmSync(folder, { recursive: true });
  const [nothing, action] = [median(times.empty), median(times.action)];
  const bytes = readdirSync(dist)
    .filter((name) => /\.(js|br)$/.test(name))
    .reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
  return [
    `The action: ${(bytes / 1e6).toFixed(2)} MB bundled.`,
    `Start-up ${action.toFixed(0)} ms, an empty Node ${nothing.toFixed(0)} ms: ${(action / nothing).toFixed(1)} times`,
  ].join('\n');
}

/** Milliseconds of a whole process. */
function timeOf(script: string): number {
  const started = performance.now();
  spawnSync(process.execPath, [script], { env: {}, stdio: 'ignore' });
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
