import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '@rolecall/core';

/** Plans in a fresh process, from files, and gives its own account of time and memory. */
export function planInProcess(snapshot: Snapshot, manifest: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  try {
    const files = [join(folder, 'account.json'), join(folder, 'rolecall.yaml')] as const;
    writeFileSync(files[0], JSON.stringify(snapshot));
    writeFileSync(files[1], manifest);
    const script = fileURLToPath(new URL('plan-once.ts', import.meta.url));
    return execFileSync(process.execPath, [script, ...files], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
