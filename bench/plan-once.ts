import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { planSnapshot, readManifest, snapshotSchema } from '@rolecall/core';

// One plan in a process of its own, so that its memory is its own: snapshot and manifest from files.
const [snapshotFile = '', manifestFile = ''] = process.argv.slice(2);
const start = performance.now();
const snapshot = snapshotSchema.parse(JSON.parse(readFileSync(snapshotFile, 'utf8')));
const files = {
  read: async (file: string) => readFileSync(file, 'utf8'),
  match: async () => [],
};
const manifest = await readManifest(files, manifestFile);
const { plan } = planSnapshot({ manifest, snapshot, includeRetired: false });
const milliseconds = Math.round(performance.now() - start);
// maxRSS is in kilobytes.
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ changes: plan.changes.length, milliseconds, megabytes }));
