import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planningRequest, planSnapshot, projectSnapshot, readManifest } from '@rolecall/core';
import { filesOfRoles, manifestOfRoles, openLargeAccount } from './large-account.ts';

const rounds = 5;
const sizes = [2_500, 5_000, 10_000];
const includeRetired = false;
const script = fileURLToPath(new URL('plan-once.ts', import.meta.url));

interface PlannedOnce {
  readonly changes: number;
  readonly readMs: number;
  readonly planMs: number;
  readonly megabytes: number;
}

/** Plans a change of every role, of manifests and accounts of one, two and four times a size. */
export async function benchPlanning(log: (text: string) => void): Promise<void> {
  const folders = await Promise.all(sizes.map(folderOf));
  try {
    const runs = sizes.map((): PlannedOnce[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, folder] of folders.entries()) runs[index]?.push(planOnce(folder));
    }
    log(
      'Planning a change of every role, in a process of its own, from manifest files of 100 roles ' +
        `each and a snapshot at hand (medians of ${rounds} rounds)\n\n${tableOf(runs)}`,
    );
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/** A manifest and the account as it was before its last change. */
async function folderOf(roles: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  mkdirSync(join(folder, 'roles'));
  for (const [file, text] of Object.entries(filesOfRoles(roles, { description: 'Another' }))) {
    writeFileSync(join(folder, file), text);
  }
  const { port } = openLargeAccount({ users: 0, roles: 0, policies: 0 });
  const manifest = await readManifest(manifestOfRoles(roles, 'As it is'), 'rolecall.yaml');
  const snapshot = await port.collect(planningRequest(manifest));
  const { plan } = planSnapshot({ manifest, snapshot, includeRetired });
  // Applying ten thousand roles takes minutes; what comes of it is known exactly.
  writeFileSync(join(folder, 'account.json'), JSON.stringify(projectSnapshot(snapshot, plan)));
  return folder;
}

function planOnce(folder: string): PlannedOnce {
  return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }));
}

function tableOf(runs: readonly (readonly PlannedOnce[])[]): string {
  const medians = runs.map((each) => ({
    changes: each[0]?.changes ?? 0,
    readMs: median(each.map(({ readMs }) => readMs)),
    planMs: median(each.map(({ planMs }) => planMs)),
    megabytes: median(each.map(({ megabytes }) => megabytes)),
  }));
  const base = medians[0]?.planMs ?? 1;
  const rows = medians.map(
    ({ changes, readMs, planMs, megabytes }) =>
      `| ${changes.toLocaleString('en')} | ${planMs.toFixed(0)} ms | ` +
      `${(planMs / base).toFixed(2)} | ${readMs.toFixed(0)} ms | ${megabytes.toFixed(0)} MB |`,
  );
  return [
    '| roles | planning | ratio | reading the manifest | peak memory of the process |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
