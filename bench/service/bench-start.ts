import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { formatMilliseconds, rows, target } from '../policy/distribution.ts';
import { median } from './compare-sides.ts';

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));
const limits = { empty: 6_000, existing: 1_500, postgres: 1_000 } as const;

/** From the start of the process to the first 200 of `/readyz`, as `npm start` runs it. */
export async function benchStart(rounds: number, postgresUrl: string | undefined): Promise<string> {
  const times: Record<keyof typeof limits, number[]> = { empty: [], existing: [], postgres: [] };
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
    const env = { ROLECALL_DATA: join(folder, 'data') };
    times.empty.push(await timeStart(env));
    times.existing.push(await timeStart(env));
    if (postgresUrl !== undefined)
      times.postgres.push(await timeStart({ ...env, DATABASE_URL: postgresUrl }));
    rmSync(folder, { recursive: true });
  }
  const measured = [
    { name: 'PGlite, empty folder', limit: limits.empty, each: times.empty },
    { name: 'PGlite, existing folder', limit: limits.existing, each: times.existing },
    { name: 'PostgreSQL', limit: limits.postgres, each: times.postgres },
  ].filter(({ each }) => each.length > 0);
  return [
    `From the start of the process to the first 200 of /readyz, ${rounds} rounds`,
    rows(
      ['database', 'median', 'range'],
      measured.map(({ name, each }) => [
        name,
        formatMilliseconds(median(each)),
        `${formatMilliseconds(Math.min(...each))}–${formatMilliseconds(Math.max(...each))}`,
      ]),
    ),
    measured.map(({ name, limit, each }) => target(name, median(each), limit)).join('\n'),
  ].join('\n\n');
}

async function timeStart(env: Readonly<Record<string, string>>): Promise<number> {
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const began = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...env, PORT: port, LOG_LEVEL: 'warn', PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const exited = once(child, 'exit');
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${child.exitCode}`);
    await pause(5);
  }
  const milliseconds = performance.now() - began;
  child.kill('SIGTERM');
  await exited;
  return milliseconds;
}

async function isReady(port: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
