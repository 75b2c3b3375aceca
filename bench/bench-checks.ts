import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks, partsForChecks } from '@rolecall/core';
import { busyAccount } from './busy-account.ts';
import { openScenario } from './large-account.ts';

const rounds = 5;
const sizes = [1, 2, 4].map((times) => ({
  times,
  bulk: { users: 125 * times, roles: 500 * times, policies: 200 * times },
}));
const script = fileURLToPath(new URL('check-once.ts', import.meta.url));

interface CheckedOnce {
  readonly findings: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** All default checks over snapshots at hand, of accounts of one, two and four times a size. */
export async function benchChecks(log: (text: string) => void): Promise<void> {
  const byDefault = checks.filter(({ optIn }) => optIn !== true);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  const file = join(folder, 'account.json');
  const rows: string[] = [];
  let base: number | undefined;
  try {
    for (const { times, bulk } of sizes) {
      const { port } = openScenario(busyAccount(bulk));
      const snapshot = await port.collect({ parts: partsForChecks(byDefault) });
      writeFileSync(file, JSON.stringify(snapshot));
      const { findings, milliseconds, megabytes } = middle(
        Array.from({ length: rounds }, () => checkOnce(file)),
      );
      base ??= milliseconds;
      rows.push(
        `| ${times}× | ${bulk.users} / ${bulk.roles} / ${bulk.policies} | ${findings} | ` +
          `${milliseconds.toFixed(0)} ms | ${(milliseconds / base).toFixed(2)} | ` +
          `${megabytes.toFixed(0)} MB |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const head =
    '| size | users / roles / policies | findings | time | ratio | peak memory |\n' +
    '|---|---|---|---|---|---|';
  log(
    `All ${byDefault.length} default checks over a snapshot at hand, each time in a process of ` +
      `its own\n\n${[head, ...rows].join('\n')}`,
  );
}

function checkOnce(file: string): CheckedOnce {
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }));
}

function middle(runs: readonly CheckedOnce[]): CheckedOnce {
  const sorted = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  return sorted[Math.floor(sorted.length / 2)] ?? checkOnceFailed();
}

function checkOnceFailed(): never {
  throw new Error('nothing was measured');
}
