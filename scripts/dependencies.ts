import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findInexactVersions, findLockfileFaults } from './dependencies/find-faults.ts';
import { readJsonRecord } from './read-json.ts';

const root = join(import.meta.dirname, '..');
const manifests = ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })]
  .concat(globSync('{tests,bench}/package.json', { cwd: root }))
  .map((path) => ({ path, manifest: readJsonRecord(join(root, path)) }));

const faults = [
  ...findLockfileFaults({
    lockfile: readJsonRecord(join(root, 'package-lock.json')),
    manifest: readJsonRecord(join(root, 'package.json')),
  }),
  ...manifests.flatMap(findInexactVersions),
];
for (const fault of faults) console.log(fault);
console.log(`${manifests.length} manifests, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
