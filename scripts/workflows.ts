import { join } from 'node:path';
import { findSilentRules } from './workflows/canary-faults.ts';
import { checkWorkflows } from './workflows/check-workflows.ts';
import { findWorkflows } from './workflows/find-workflows.ts';
import { loadKnown } from './workflows/load-known.ts';

// Proves that every rule bites before trusting its silence about the workflows.
const root = join(import.meta.dirname, '..');
const known = await loadKnown(root);
const silent = findSilentRules(known);
const workflows = findWorkflows(root);
const faults = checkWorkflows(workflows, known);

for (const line of silent) console.log(line);
for (const { path, line, rule, message } of faults)
  console.log(`${path}:${line} ${rule}: ${message}`);
console.log(`${workflows.size} workflows, ${faults.length} faults`);
if (silent.length + faults.length > 0 || workflows.size === 0) process.exitCode = 1;
