import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonRecord } from './read-json.ts';
import { sumReports } from './sum-tests/sum-reports.ts';

// Prints what failed, what was skipped, and the sum of all reports as the last line. Arguments are
// the names of the steps that failed.
const root = join(import.meta.dirname, '..');
const paths = globSync(['{packages,apps}/*/.results/*.json', 'tests/.results/*.json'], {
  cwd: root,
});
const reports = paths.sort().map((path) => ({ path, report: readJsonRecord(join(root, path)) }));
const { passed, failed, skipped } = sumReports({ reports, failedSteps: process.argv.slice(2) });

for (const name of skipped) console.log(`skipped  ${name}`);
for (const name of failed) console.log(`failed   ${name}`);
const suffix = skipped.length === 0 ? '' : `, ${skipped.length} skipped`;
console.log(`${passed} passed, ${failed.length} failed${suffix}`);
if (failed.length > 0 || passed === 0) process.exitCode = 1;
