import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { planSnapshot, readManifest, risksOfPlan, snapshotSchema } from '@rolecall/core';

// One review in a process of its own, so that its memory is its own: manifest and snapshot from files.
const [folder = ''] = process.argv.slice(2);
const files = {
  read: async (file: string) => readFileSync(join(folder, file), 'utf8'),
  match: async (pattern: string) => globSync(pattern, { cwd: folder }).toSorted(),
};
const manifest = await readManifest(files, 'rolecall.yaml');
const text = readFileSync(join(folder, 'account.json'), 'utf8');
const snapshot = snapshotSchema.parse(JSON.parse(text));
const planned = planSnapshot({ manifest, snapshot, includeRetired: false });
const start = performance.now();
const risks = risksOfPlan(planned);
const end = performance.now();
// maxRSS is in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1000;
const { changes } = planned.plan;
console.log(
  JSON.stringify({
    changes: changes.length,
    risks: risks.length,
    reviewMs: end - start,
    megabytes,
  }),
);
