import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checks, defaultCheckSettings, runChecks, snapshotSchema } from '@rolecall/core';

// All default checks in a process of its own, since a command checks once and nothing is warm then.
const [file = ''] = process.argv.slice(2);
const snapshot = snapshotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const byDefault = checks.filter(({ optIn }) => optIn !== true);
const start = performance.now();
const findings = runChecks({
  checks: byDefault,
  snapshot,
  settings: defaultCheckSettings,
  now: new Date('2026-11-20T12:00:00Z'),
});
const milliseconds = performance.now() - start;
// maxRSS is in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ findings: findings.length, milliseconds, megabytes }));
