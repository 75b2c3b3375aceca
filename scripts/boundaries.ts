import { findSilentRules } from './boundaries/canary-faults.ts';
import { checkBoundaries } from './boundaries/check-boundaries.ts';
import { readSources } from './boundaries/read-sources.ts';

// Proves that every rule bites before trusting its silence about the sources.
const silent = findSilentRules();
const sources = readSources(`${import.meta.dirname}/..`);
const faults = checkBoundaries(sources);

for (const line of silent) console.log(line);
for (const { path, line, rule, message } of faults)
  console.log(`${path}:${line} ${rule}: ${message}`);
console.log(`${sources.size} sources, ${faults.length} faults`);
if (silent.length + faults.length > 0 || sources.size === 0) process.exitCode = 1;
