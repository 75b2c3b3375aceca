import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { planSnapshot, readManifest, snapshotSchema } from '@rolecall/core';

// One plan in a process of its own, so that its memory is its own: manifest and snapshot from files.
const [folder = ''] = process.argv.slice(2);
const files = {
  read: async (file: string) => readFileSync(join(folder, file), 'utf8'),
  match: async (pattern: string) => globSync(pattern, { cwd: folder }).toSorted(),
};
const start = performance.now();
const manifest = await readManifest(files, 'rolecall.yaml');
const read = performance.now();
const text = readFileSync(join(folder, 'account.json'), 'utf8');
const snapshot = snapshotSchema.parse(JSON.parse(text));
const given = performance.now();
const { plan } = planSnapshot({ manifest, snapshot, includeRetired: false });
const planned = performance.now();
// maxRSS is in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(
  JSON.stringify({
    changes: plan.changes.length,
    readMs: read - start,
    planMs: planned - given,
    megabytes,
  }),
);
